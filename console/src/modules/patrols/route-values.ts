// What is filled in when a route is planned: area, who, when, points.

export interface PointValue {
  id?: string
  name: string
  placeId: string
  doorcodeId?: string | null
  radius: number
  items: string[]
}
export interface RouteValues {
  name: string
  placeId: string
  by: 'person' | 'position' | 'organisation'
  personId?: string
  positionCode?: string
  organisationId?: string
  weekdays: number[]
  windows: { from: string; until: string }[]
  everyWeeks: number
  rests: boolean
  startsOn: string
  endsOn?: string
  grace: number
  points: PointValue[]
  active: boolean
}
