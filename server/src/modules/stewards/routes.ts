// Joins the endpoints of stewards with what they do.
import { stewardsApi } from '../../../../contract/src/stewards.ts'
import { serve, type Route } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Sealing } from '../../platform/sealing.ts'
import { listBuildings, stewardFigures } from './buildings.ts'
import { myCard, setMyCard } from './my-card.ts'
import { whoIsAt, whoIsMine } from './who.ts'
import { stewardsSheets } from './sheets.ts'

export const stewardsRoutes = (sealing: Sealing): Route[] =>
  withSheets(
    stewardsApi,
    serve(stewardsApi, {
      'GET /api/stewards/my-card': (cx) => myCard(cx, sealing),
      'PUT /api/stewards/my-card': (cx, { body }) => setMyCard(cx, sealing, body),
      'GET /api/stewards/who': (cx) => whoIsMine(cx, sealing),
      'GET /api/stewards/who/:code': (cx, { params }) => whoIsAt(cx, sealing, params.code),
      'GET /api/stewards/buildings': (cx, { query }) => listBuildings(cx, sealing, query),
      'GET /api/stewards/figures': (cx, { query }) => stewardFigures(cx, query),
    }),
    stewardsSheets,
  )
