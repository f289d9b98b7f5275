// Rows for lists of a thing whose example has none: made before the list is read as a spreadsheet.
import type { SheetList } from '../../../contract/src/list-sheets.ts'
import { uuidv7 } from 'uuidv7'
import type { Area, Caller } from './areas.ts'
import { aPledge } from './fund-makers.ts'

type Fill = (area: Area, id: string, caller: Caller) => Promise<unknown>
export const sheetRows: Partial<Record<SheetList, Fill>> = {
  'GET /api/decisions/:id/mandates': async (area, id) =>
    area.app.sql(
      `insert into decision_mandates (id, decision_id, owner_key, from_person, to_person, item_ids, at)
       select $1, $2, key, $3, $4, '{}', now() from decision_owners where decision_id = $2 limit 1`,
      [uuidv7(), id, await area.person(), await area.person()],
    ),
  'GET /api/emergency/:id/calls': async (area, id, caller) => {
    const callout = await area.insert('emergency_callouts', { emergency_id: id, words: '请到岗', at: new Date() })
    await area.insert('emergency_calls', {
      emergency_id: id,
      callout_id: callout,
      person_id: caller.personId,
      post: '网格员',
    })
  },
  'GET /api/funds/:id/accounts': async (area, id) =>
    area.insert('fund_accounts', {
      district_id: area.district,
      fund_id: id,
      kind: 'liability',
      role: 'home',
      place_id: await area.home(),
    }),
  'GET /api/funds/:id/pledges': (area, id) => aPledge(area, id),
  'GET /api/funds/:id/questions': async (area, id) =>
    area.insert('fund_questions', {
      district_id: area.district,
      fund_id: id,
      person_id: await area.person(),
      words: '车位收入怎么少了',
      asked_at: new Date(),
    }),
  'GET /api/rates/cases': async (area, from, caller) => {
    const caseId = await area.aCase('closed', caller, area.property)
    await area.app.sql(
      `insert into rate_facts (case_id, district_id, street_id, community_id, category_id, resolve_day, responded,
         resolved, silent_unchecked, waiting, rated, satisfied, merged, excluded)
       select id, district_id, street_id, community_id, $2, $3::date, true, true, false, false, false, false, false, false
       from cases where id = $1 on conflict (case_id) do update set resolve_day = excluded.resolve_day, merged = false, excluded = false`,
      [caseId, area.category, from],
    )
  },
}
