// Joins the endpoints of places with what they do.
import { placesApi } from '../../../../contract/src/places.ts'
import { serve, type Route } from '../../platform/module.ts'
import { addPlace } from './add-place.ts'
import { changePlace } from './change-place.ts'
import { claimHome, decideClaim, exportClaims, listClaims } from './claims.ts'
import { choosePlace, searchPlaces } from './find-by-words.ts'
import { endHomePerson, listHomePeople, recordHomePerson } from './home-people.ts'
import { exportHomePeople, exportTree } from './export-places.ts'
import { exportHomes, listHomes } from './homes.ts'
import { listMyHomes, showMyNeighbourhood } from './my-homes.ts'
import type { PlacesNeighbours } from './neighbours.ts'
import { showMap } from './show-map.ts'
import { showPlace } from './show-place.ts'
import { showTree } from './tree.ts'

export const placesRoutes = ({ contactsAt, tell }: PlacesNeighbours): Route[] =>
  serve(placesApi, {
    'GET /api/places/tree': (cx, { query }) => showTree(cx, query.parentId),
    'GET /api/places/search': (cx, { query }) => searchPlaces(cx, query),
    'GET /api/places/choose': (cx, { query }) => choosePlace(cx, query.parentId),
    'GET /api/places/map': (cx, { query }) => showMap(cx, query.communityId),
    'GET /api/places/:id': (cx, { params }) => showPlace(cx, params.id),
    'POST /api/places': (cx, { body }) => addPlace(cx, body),
    'PATCH /api/places/:id': (cx, { params, body }) => changePlace(cx, params.id, body),
    'GET /api/places/:id/homes': (cx, { params, query }) => listHomes(cx, params.id, query),
    'GET /api/places/:id/homes.xlsx': (cx, { params, query }) => exportHomes(cx, params.id, query),
    'GET /api/places/:id/tree.xlsx': (cx, { params }) => exportTree(cx, params.id),
    'GET /api/places/:id/people.xlsx': (cx, { params, query }) => exportHomePeople(cx, params.id, query),
    'GET /api/places/:id/people': (cx, { params }) => listHomePeople(cx, params.id),
    'POST /api/places/:id/people': (cx, { params, body }) => recordHomePerson(cx, params.id, body),
    'DELETE /api/places/home-people/:id': (cx, { params }) => endHomePerson(cx, params.id),
    'GET /api/places/my-homes': (cx) => listMyHomes(cx),
    'POST /api/places/home-claims': (cx, { body }) => claimHome(cx, body),
    'GET /api/places/home-claims': (cx, { query }) => listClaims(cx, query),
    'GET /api/places/home-claims.xlsx': (cx) => exportClaims(cx),
    'POST /api/places/home-claims/:id/confirmation': (cx, { params }) => decideClaim(cx, tell, params.id, null),
    'POST /api/places/home-claims/:id/refusal': (cx, { params, body }) => decideClaim(cx, tell, params.id, body.reason),
    'GET /api/places/my-neighbourhood': (cx) => showMyNeighbourhood(cx, contactsAt),
  })
