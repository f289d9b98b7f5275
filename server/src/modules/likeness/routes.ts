// The endpoints of like cases and hot spots, each with its command. No logic here.
import { likenessApi } from '../../../../contract/src/likeness.ts'
import { serve } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { dismissSpot, markSeen, openRootCase, searchSpots } from './decide-spot.ts'
import { listSpots, showSpot } from './hot-spots.ts'
import { showAlike, similarForStaff, similarWhileTyping } from './similar.ts'
import { likenessSheets } from './sheets.ts'

export const likenessRoutes = () =>
  withSheets(
    likenessApi,
    serve(likenessApi, {
      'POST /api/likeness/similar': (cx, { body }) => similarWhileTyping(cx, body),
      'GET /api/likeness/cases/:id': (cx, { params }) => showAlike(cx, params.id),
      'GET /api/likeness/cases/:id/similar': (cx, { params }) => similarForStaff(cx, params.id),
      'GET /api/likeness/spots': (cx, { query }) => listSpots(cx, query),
      'GET /api/likeness/spots/:id': (cx, { params }) => showSpot(cx, params.id),
      'POST /api/likeness/spots/search': (cx, { body }) => searchSpots(cx, body.placeId),
      'POST /api/likeness/spots/:id/seen': (cx, { params }) => markSeen(cx, params.id),
      'POST /api/likeness/spots/:id/dismissal': (cx, { params, body }) => dismissSpot(cx, params.id, body.reason),
      'POST /api/likeness/spots/:id/root-case': (cx, { params, body }) => openRootCase(cx, params.id, body.words),
    }),
    likenessSheets,
  )
