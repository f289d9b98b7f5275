// Makers of committees in an area, as far as a state, each at an estate of its own.
import { uuidv7 } from 'uuidv7'
import type { CommitteeState } from '../../../contract/src/committees-life.ts'
import { nationalCommitteeRules } from '../../../rules/src/committee-rules.ts'
import { nationalRules } from '../../../rules/src/vote-rule-sets.ts'
import type { Area } from './areas.ts'
import { addPlace } from './small-district.ts'

export const dayIn = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)
let made = 0
export const anEstate = async (area: Area): Promise<string> => {
  const id = await addPlace(area.app.sql, 'estate', `红苑${++made}`, area.community)
  area.ids.add(id)
  return id
}
/** The person owns a home there. */
export const ownsIn = async (area: Area, estate: string, personId: string): Promise<void> => {
  const building = await addPlace(area.app.sql, 'building', `${++made}号楼`, estate, area.grid)
  const unit = await addPlace(area.app.sql, 'unit', '1单元', building)
  const home = await addPlace(area.app.sql, 'home', '101', unit)
  await area.insert('home_people', {
    district_id: area.district,
    home_id: home,
    person_id: personId,
    relation: 'owner',
    state: 'confirmed',
  })
}
export const withPlace = async (area: Area, estate: string) => {
  const [place] = await area.app.sql('select * from places where id = $1', [estate])
  return {
    district_id: area.district,
    street_id: place!['street_id'],
    community_id: place!['community_id'],
    estate_id: estate,
    place_id: estate,
    place_name: place!['path'],
  }
}
/** A certified election whose first `elected` candidates hold seats; the rest are reserves. */
export const aCertified = async (area: Area, estate: string, candidates: readonly string[], elected: number) => {
  const items = candidates.map(() => uuidv7())
  const sums = { total: 9, participating: 9, for: 9, against: 0, abstain: 0 }
  const id = await area.insert('decisions', {
    ...(await withPlace(area, estate)),
    part_kinds: ['home'],
    title: '选举',
    words: '选举',
    convener: '居委会',
    city_system: false,
    proxy_cap: 3,
    seats: 5,
    state: 'certified',
    state_at: new Date(),
    rules: JSON.stringify(nationalRules),
    salt: 'salt',
    certified_at: new Date(Date.now() - 10 * 86_400_000),
    created_at: new Date(),
    result: JSON.stringify({
      tied: [],
      items: items.map((itemId, i) => ({
        itemId,
        area: sums,
        owners: { ...sums, for: 9 - i },
        isPassed: true,
        seat: i < elected ? 'elected' : 'reserve',
      })),
    }),
  })
  for (const [i, item] of items.entries()) {
    await area.app.sql(
      "insert into decision_items (id, decision_id, sort, matter, title, words, cost) values ($1, $2, $3, 'committee', '选', '', '')",
      [item, id, i + 1],
    )
    await area.app.sql('update committee_candidates set item_id = $2 where id = $1', [candidates[i], item])
  }
  return id
}
export const aCandidate = (area: Area, committee: string, personId: string, state = 'proposed') =>
  area.insert('committee_candidates', {
    committee_id: committee,
    person_id: personId,
    name: `候选${++made}`,
    proposed_as: 'owners',
    statement: '愿意为大家办事',
    is_party_member: made % 2 === 0,
    state,
    created_at: new Date(),
  })
export interface MadeCommittee {
  readonly id: string
  readonly estate: string
  readonly candidates: readonly string[]
}
/** With six candidates where a list is out; seated ones with a body and a reserve. */
export const aCommittee = async (
  area: Area,
  state: CommitteeState,
  more: Readonly<Record<string, unknown>> = {},
  at?: string,
): Promise<MadeCommittee> => {
  const estate = at ?? (await anEstate(area))
  const seated = state === 'seated' || state === 'ended'
  const id = await area.insert('committees', {
    ...(await withPlace(area, estate)),
    kind: 'ownersCommittee',
    state,
    state_at: new Date(),
    seats: 5,
    needs_no_arrears: false,
    rules: JSON.stringify(nationalCommitteeRules),
    nominations_until: dayIn(0),
    list_until: state === 'published' ? dayIn(0) : null,
    organisation_id: seated
      ? await area.insert('organisations', {
          district_id: area.district,
          kind: 'ownersCommittee',
          name: `红苑业委会${++made}`,
          short_name: '业委会',
          place_id: estate,
        })
      : null,
    term_from: seated ? dayIn(-100) : null,
    term_to: seated ? dayIn(1000) : null,
    created_at: new Date(),
    ...more,
  })
  const candidates: string[] = []
  if (['published', 'electing', 'seated'].includes(state))
    for (let i = 0; i < 6; i++) candidates.push(await aCandidate(area, id, await area.person(), 'accepted'))
  return { id, estate, candidates }
}
/** Somebody who sits on it. */
export const aMember = async (area: Area, committee: string, personId: string): Promise<string> =>
  area.insert('committee_members', {
    committee_id: committee,
    sort: 1,
    person_id: personId,
    name: '在任委员',
    side: 'owners',
    duty: 'member',
    is_party_member: true,
    from_on: dayIn(-100),
    to_on: dayIn(1000),
  })
/** Somebody who was written down by this person's name. */
export const aNamedMember = async (area: Area, committee: string, personId: string): Promise<string> => {
  const id = await aMember(area, committee, personId)
  await area.app.sql(
    'update committee_members set person_id = null, name = (select name from persons where id = $2) where id = $1',
    [id, personId],
  )
  return id
}
