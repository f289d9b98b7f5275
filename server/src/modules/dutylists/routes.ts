// Joins the endpoints of duty lists with what they do.
import { dutylistsApi } from '../../../../contract/src/dutylists.ts'
import { serve, type Route } from '../../platform/module.ts'
import { addDuty, changeDuty, removeDuty } from './edit-duty.ts'
import { exportDuties, listDepartments, listDuties } from './list-duties.ts'
import { dutyTemplate, importDuties } from './sheet.ts'

export const dutylistsRoutes = (): Route[] =>
  serve(dutylistsApi, {
    'GET /api/dutylists': (cx, { query }) => listDuties(cx, query),
    'GET /api/dutylists/departments': (cx, { query }) => listDepartments(cx, query),
    'GET /api/dutylists.xlsx': (cx, { query }) => exportDuties(cx, query),
    'GET /api/dutylists/template.xlsx': () => dutyTemplate(),
    'POST /api/dutylists': (cx, { body }) => addDuty(cx, body),
    'POST /api/dutylists/import': (cx, { body, file }) => importDuties(cx, body.organisationId, file.bytes),
    'PUT /api/dutylists/:id': (cx, { params, body }) => changeDuty(cx, params.id, body),
    'DELETE /api/dutylists/:id': (cx, { params }) => removeDuty(cx, params.id),
  })
