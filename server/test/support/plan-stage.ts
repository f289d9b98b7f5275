// Buildings with homes of given floors and areas, and cost plans drafted for them: shared by the tests of shared costs.
import { fundStage, ok } from './fund-stage.ts'

export interface Line {
  readonly id: string
  readonly home: { id: string; name: string }
  readonly floor: number
  readonly area: number
  readonly weight: number
  readonly share: number
  readonly due: number
  readonly fromAccount: number
  readonly covered: number
  readonly isMine: boolean
}
/** Of a building of six floors. */
export const floors = [1, 2, 3, 4, 5, 6]
/** The roof leak of the sources: six floors, two homes each. */
export const roofHomes = floors.flatMap((floor) => [
  { name: `${floor}01`, floor, area: 8945 },
  { name: `${floor}02`, floor, area: 12_133 },
])
export const sum = (lines: readonly { share: number }[]) => lines.reduce((all, line) => all + line.share, 0)
export const flat = (amounts: readonly number[]) => amounts.map((area, i) => ({ name: `10${i + 1}`, floor: 1, area }))

/** At the top of a test file: the stage of funds with a maintenance fund to draft plans on. */
export const planStage = async () => {
  const stage = await fundStage()
  const { app, secretary, clerk, post } = stage
  const { estate1, grid1 } = app.district
  const fundId: string = ok(
    await post(secretary.cookie, '', {
      placeId: estate1,
      kind: 'maintenanceFund',
      name: '维修资金',
      purpose: '共用部位维修',
    }),
  ).id
  let buildings = 0
  const aBuilding = async (homes: readonly { name: string; floor: number; area: number | null }[]) => {
    const building = await app.addPlace('building', `${17 + ++buildings}号楼`, estate1, grid1)
    const unit = await app.addPlace('unit', '1单元', building)
    const ids: string[] = []
    for (const { name, floor, area } of homes) {
      const id = await app.addPlace('home', name, unit)
      await app.sql('update places set floor = $2, area = $3 where id = $1', [id, floor, area])
      ids.push(id)
    }
    return { building, homes: ids }
  }
  const plan = (placeId: string, more: object) => ({
    placeId,
    fundId,
    title: '屋顶漏雨维修',
    reason: '红马扎议定',
    ...more,
  })
  const draft = async (placeId: string, more: object) =>
    ok(await post(clerk.cookie, '/plans', plan(placeId, more))) as { id: string; lines: Line[]; weights: number }
  return { ...stage, fundId, aBuilding, plan, draft }
}
