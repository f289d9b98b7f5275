// Phone numbers and ID tails at rest: sealed with AES-256-GCM, found by a keyed hash, shown masked.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Sealing {
  seal(text: string): string
  open(sealed: string): string
  /** The same text gives the same hash: to look up without opening. `purpose` keeps uses apart. */
  hash(text: string, purpose: string): string
}
/** From a secret of at least 32 bytes; losing it loses the numbers. */
export const sealingFrom = (secret: Buffer): Sealing => {
  const derive = (label: string) => Buffer.from(hkdfSync('sha256', secret, 'linli', label, 32))
  const sealKey = derive('seal')
  const hashKey = derive('hash')
  return {
    seal: (text) => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', sealKey, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    open: (sealed) => {
      const bytes = Buffer.from(sealed, 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, 12))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    hash: (text, purpose) => createHmac('sha256', hashKey).update(`${purpose}\n${text}`).digest('base64url'),
  }
}
/** The installation's secret: LINLI_SECRET (base64), else a file in the data folder made at the first start. */
export const installationSecret = (dataFolder: string, fromSettings: string | undefined): Buffer => {
  if (fromSettings !== undefined) {
    const secret = Buffer.from(fromSettings, 'base64')
    if (secret.length < 32) throw new Error('LINLI_SECRET 至少要 32 字节（base64） / needs at least 32 bytes, base64.')
    return secret
  }
  const file = join(dataFolder, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' })
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'base64')
}
/** 138****5678 */
export const maskPhone = (phone: string): string => `${phone.slice(0, 3)}****${phone.slice(-4)}`
