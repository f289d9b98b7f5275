// The open interface: Open311 GeoReport v2 as server and as client (mission, issue 3 point 15).
import { open311Api } from '../../../../contract/src/open311.ts'
import { serve, type Module } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import type { Parts } from '../../platform/parts.ts'
import { jurisdictionOf } from './callers.ts'
import { exchangesOfCase, forwardCase, listExchanges } from './exchanges.ts'
import { forgetContacts, forgetPhone } from './forget-contacts.ts'
import { changeKey, issueKey, listKeys } from './manage-keys.ts'
import { addPeer, askServices, changePeer, findPeer, listPeers } from './manage-peers.ts'
import { listServices, setService } from './manage-services.ts'
import { pollAll, pollOne } from './poll.ts'
import { geoReport } from './protocol.ts'
import { pushLink } from './push.ts'
import { open311Sheets } from './sheets.ts'

export const open311Module = (parts: Parts): Module => ({
  name: 'open311',
  raw: [geoReport(parts)],
  forgetPhone,
  routes: withSheets(
    open311Api,
    serve(open311Api, {
      'GET /api/open311': async (cx) => {
        const url = `${parts.config.publicUrl ?? cx.origin.site}/open311/v2`
        return { url, discovery: `${url}/discovery.xml`, jurisdiction: await jurisdictionOf(cx) }
      },
      'GET /api/open311/keys': (cx, { query }) => listKeys(cx, query),
      'POST /api/open311/keys': (cx, { body }) => issueKey(cx, body),
      'PATCH /api/open311/keys/:id': (cx, { params, body }) => changeKey(cx, params.id, body),
      'GET /api/open311/services': (cx) => listServices(cx),
      'PUT /api/open311/services/:id': (cx, { params, body }) => setService(cx, params.id, body),
      'GET /api/open311/peers': (cx) => listPeers(cx),
      'POST /api/open311/peers': (cx, { body }) => addPeer(cx, parts.sealing, body),
      'PUT /api/open311/peers/:id': (cx, { params, body }) => changePeer(cx, parts.sealing, params.id, body),
      'POST /api/open311/peers/:id/poll': async (cx, { params }) => {
        await cx.later('open311.poll-peer', { peerId: (await findPeer(cx, params.id)).id })
        return { done: true as const }
      },
      'GET /api/open311/peers/:id/services': (cx, { params }) => askServices(cx, parts.sealing, params.id),
      'GET /api/open311/exchanges': (cx, { query }) => listExchanges(cx, query),
      'GET /api/open311/cases/:id/exchanges': (cx, { params }) => exchangesOfCase(cx, params.id),
      'POST /api/open311/cases/:id/forward': (cx, { params, body }) => forwardCase(cx, params.id, body.peerId),
    }),
    open311Sheets,
  ),
  jobs: {
    'open311.forget': {
      run: (cx) => forgetContacts(cx, parts.sealing, parts.config.contactDays),
      cron: '47 3 * * *',
    },
    'open311.poll': { run: pollAll, cron: '*/5 * * * *' },
    'open311.poll-peer': { run: (cx, data) => pollOne(cx, parts.sealing, data.peerId as string), parallel: 2 },
    'open311.push': { run: (cx, data) => pushLink(cx, parts.sealing, data.linkId as string), parallel: 2 },
  },
})
