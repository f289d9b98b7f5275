// Before the first page is served there is a district: the demo one, or a bare one with one administrator.
import { sql } from 'drizzle-orm'
import { demoHome } from './demo/sign-ins.ts'
import { makeBareDistrict } from './first-district/bare-district.ts'
import type { Config } from './platform/config.ts'
import type { Database } from './platform/database.ts'
import type { Jobs } from './platform/jobs.ts'
import type { Parts } from './platform/parts.ts'

const LOCK = 7_310_227
type App = {
  readonly database: Database
  readonly parts: Pick<Parts, 'sealing' | 'storage'>
  /** Without it the demo's hot spots and its text model come with the next night. */
  readonly jobs?: Pick<Jobs, 'send'>
}
const demoUnit = [demoHome.estate, demoHome.building, demoHome.unit].join(' ')
let doorCode: string | null = null

/** The code on the demo resident's door, known once the district is prepared. */
export const demoDoorCode = (): string | null => doorCode

const findDoorCode = async ({ database }: App): Promise<string | null> => {
  const found = await database.pool.query<{ code: string }>(
    "select c.code from doorcodes c join places p on p.id = c.place_id where p.kind = 'unit' and p.path = $1 and c.kind = 'unit' and c.revoked_at is null limit 1",
    [demoUnit],
  )
  return found.rows[0]?.code ?? null
}
const say = (line: string) => console.log(line)

/**
 * Makes the district if there is none, all in one transaction: a start that is killed leaves nothing half-made, and of
 * several that start at once one does the work. Gives whether it made one.
 */
export const prepareDistrict = async (app: App, config: Config): Promise<boolean> => {
  const begun = Date.now()
  const hasMade = await app.database.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(${LOCK})`)
    const there = await db.execute(sql`select 1 from places where kind = 'district' limit 1`)
    if (there.rows.length > 0) return false
    if (config.demo) {
      say('正在载入演示区县…… / loading the demo district…')
      // Only where it is wanted: the demo brings a picture library with it.
      const { loadDemo } = await import('./demo/load.ts')
      await loadDemo({ db, parts: app.parts, now: new Date(), say })
      for (const job of ['likeness.spots', 'triage.train']) await app.jobs?.send(db, job, [{ data: {} }])
    } else {
      const { login, password } = await makeBareDistrict(db, config.districtName)
      say(`已建立“${config.districtName}”。管理员账号 ${login}，密码 ${password}（只显示这一次，登录后请修改）。`)
      say(`Made the district. Administrator ${login}, password ${password}: shown once, change it after signing in.`)
    }
    return true
  })
  if (hasMade) {
    // Also the job tables: their plans fall far behind without it.
    await app.database.pool.query('analyze')
    say(`  用时 ${((Date.now() - begun) / 1000).toFixed(1)} 秒 / done`)
  }
  if (config.demo) doorCode = await findDoorCode(app)
  return hasMade
}
