// The endpoints of whistles, each with its command. No logic here.
import { whistlesApi } from '../../../../contract/src/whistles.ts'
import type { PartPersonStep } from '../../../../contract/src/whistles-life.ts'
import type { Cx } from '../../platform/cx.ts'
import { serve } from '../../platform/module.ts'
import { withSheets } from '../../platform/sheets.ts'
import { callWhistle } from './call-whistle.ts'
import { changeLead } from './change-lead.ts'
import { countParts, listParts } from './list-parts.ts'
import { listUnits } from './list-units.ts'
import { readPart } from './load-part.ts'
import { rateAsReporter, unitsOfCase, whistleOfCase } from './of-case.ts'
import { viewPart } from './part-view.ts'
import { changeSettings, showSettings } from './settings.ts'
import { takePartStep, type PartInput } from './take-part-step.ts'
import { unitFigures } from './unit-figures.ts'
import { whistlesSheets } from './sheets.ts'

const step =
  (name: PartPersonStep) =>
  async (cx: Cx, { params, body }: { readonly params: { readonly id: string }; readonly body: PartInput }) =>
    viewPart(cx, await takePartStep(cx, params.id, name, body))

export const whistlesRoutes = () =>
  withSheets(
    whistlesApi,
    serve(whistlesApi, {
      'GET /api/whistles/units': (cx, { query }) => listUnits(cx, query.caseId),
      'POST /api/whistles': async (cx, { body }) => {
        await callWhistle(cx, body)
        return (await whistleOfCase(cx, body.caseId)).parts
      },
      'GET /api/whistles/of-case/:id': (cx, { params }) => whistleOfCase(cx, params.id),
      'GET /api/whistles/of-case/:id/units': (cx, { params }) => unitsOfCase(cx, params.id),
      'POST /api/whistles/parts/:id/lead': async (cx, { params }) => viewPart(cx, await changeLead(cx, params.id)),
      'GET /api/whistles/parts': (cx, { query }) => listParts(cx, query),
      'GET /api/whistles/counts': (cx) => countParts(cx),
      'GET /api/whistles/figures': (cx, { query }) => unitFigures(cx, query),
      'GET /api/whistles/settings': (cx) => showSettings(cx),
      'PUT /api/whistles/settings': (cx, { body }) => changeSettings(cx, body),
      'GET /api/whistles/parts/:id': async (cx, { params }) => viewPart(cx, await readPart(cx, params.id)),
      'POST /api/whistles/parts/:id/reportIn': step('reportIn'),
      'POST /api/whistles/parts/:id/arrive': step('arrive'),
      'POST /api/whistles/parts/:id/answer': step('answer'),
      'POST /api/whistles/parts/:id/refuse': step('refuse'),
      'POST /api/whistles/parts/:id/uphold': step('uphold'),
      'POST /api/whistles/parts/:id/grant': step('grant'),
      'POST /api/whistles/parts/:id/release': step('release'),
      'POST /api/whistles/parts/:id/accept': step('accept'),
      'POST /api/whistles/parts/:id/sendBack': step('sendBack'),
      'POST /api/whistles/parts/:id/rate': step('rate'),
      'POST /api/whistles/parts/:id/reporter-rating': (cx, { params, body }) =>
        rateAsReporter(cx, params.id, body.rating),
    }),
    whistlesSheets,
  )
