// The environment PostgreSQL's programs get: none of ours, so that no PG* or locale variable changes what they do.
export const postgresEnvironment: Record<string, string> = {
  PATH: process.env.PATH ?? '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
}
