// The data folder must exist and be writable before anything else is tried.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { StartRefusal } from './sentence.ts'

/** Makes the folder if it is missing and writes in it for a moment; refuses with the system's reason. */
export function checkWritable(folder: string): void {
  const probe = join(folder, `.write-test-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(probe, '')
    rmSync(probe)
  } catch (error) {
    const sentence = {
      zh: `数据文件夹 ${folder} 不能写入。请改它的权限，或用 LINLI_DATA 另选文件夹。`,
      en: `The data folder ${folder} cannot be written to. Change its permissions, or choose another with LINLI_DATA.`,
    }
    throw new StartRefusal(sentence, error instanceof Error ? error.message : String(error))
  }
}
