// Stands in for the product's server in the launcher's tests: asks the database, and is slow when told to.
import { createServer } from 'node:http'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL })
pool.on('error', () => {})

const server = createServer((request, response) => {
  const answer = (text: string) => response.setHeader('Connection', 'close').end(text)
  if (request.url === '/pid') return void answer(String(process.pid))
  if (request.url === '/settings') {
    return void answer([process.env.LINLI_DATA, process.env.LINLI_DEMO, process.env.HOST].join(' '))
  }
  if (request.url === '/leave') process.exit(7)
  const sql = request.url === '/slow' ? 'select pg_sleep(2)' : 'select 1'
  pool.query(sql).then(
    (result) => answer(`rows ${result.rowCount}`),
    (error: unknown) => answer(String(error)),
  )
})
server.listen(Number(process.env.PORT), process.env.HOST)
process.once('SIGTERM', () => server.close(() => void pool.end().then(() => process.exit(0))))
