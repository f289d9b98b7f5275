// Joins the endpoints of organisations with what they do.
import { organisationsApi } from '../../../../contract/src/organisations.ts'
import { serve, type Route } from '../../platform/module.ts'
import { appoint, endAppointment, removeAppointment } from './appoint.ts'
import { addOrganisation, changeOrganisation } from './edit-organisation.ts'
import { exportAppointments, listAppointments } from './list-appointments.ts'
import { exportOrganisations, listOrganisations, showOrganisation } from './list-organisations.ts'
import { addPosition, changePosition, exportPositions, listPositions } from './positions.ts'

export const organisationsRoutes = (): Route[] =>
  serve(organisationsApi, {
    'GET /api/organisations': (cx, { query }) => listOrganisations(cx, query),
    'GET /api/organisations.xlsx': (cx, { query }) => exportOrganisations(cx, query),
    'GET /api/organisations/:id': (cx, { params }) => showOrganisation(cx, params.id),
    'POST /api/organisations': (cx, { body }) => addOrganisation(cx, body),
    'PATCH /api/organisations/:id': (cx, { params, body }) => changeOrganisation(cx, params.id, body),
    'GET /api/organisations/positions': (cx) => listPositions(cx),
    'GET /api/organisations/positions.xlsx': (cx) => exportPositions(cx),
    'POST /api/organisations/positions': (cx, { body }) => addPosition(cx, body),
    'PATCH /api/organisations/positions/:id': (cx, { params, body }) => changePosition(cx, params.id, body),
    'GET /api/organisations/appointments': (cx, { query }) => listAppointments(cx, query),
    'GET /api/organisations/appointments.xlsx': (cx, { query }) => exportAppointments(cx, query),
    'POST /api/organisations/appointments': (cx, { body }) => appoint(cx, body),
    'POST /api/organisations/appointments/:id/end': (cx, { params, body }) => endAppointment(cx, params.id, body),
    'DELETE /api/organisations/appointments/:id': (cx, { params }) => removeAppointment(cx, params.id),
  })
