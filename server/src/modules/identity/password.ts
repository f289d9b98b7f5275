// Passwords: argon2id, and a check that they are not easily guessed.
import { hash, verify } from '@node-rs/argon2'
import { refuse } from '../../platform/refuse.ts'

const SHORTEST = 10
/** Seen at the top of every list of leaked passwords, of ten characters and more, and what offices here like to use. */
const common = new Set(
  `1234567890 0123456789 0987654321 9876543210 1234567891 12345678910 123456789a a123456789 123456789q q123456789 1q2w3e4r5t qwertyuiop
  asdfghjkl; 1qaz2wsx3edc zaq12wsxcde qwerty123456 password12 password123 password1234 passw0rd123 p@ssw0rd123 abc1234567 abcd123456
  abcdefghij abc123456789 aa12345678 a1b2c3d4e5 woaini1314 woaini520 5201314520 1314520520 iloveyou123 administrator admin123456 admin12345
  admin@123456 root123456 linli123456 linli12345 shequ123456 wangge123456 qwer123456 asdf123456 zxcvbnm123 welcome123 letmein123 changeme123
  11223344556 1122334455 147258369 1472583690 789456123 7894561230 147852369 qazwsxedc123 qazwsx123456 111222333444 123123123123 123321123321`
    .split(/\s+/)
    .filter((word) => word.length > 0),
)
const isRun = (text: string) => {
  const steps = new Set<number>()
  for (let i = 1; i < text.length; i++) steps.add(text.charCodeAt(i) - text.charCodeAt(i - 1))
  return steps.size <= 1
}
/** @throws identity.weak-password, naming the field */
export const checkStrength = (password: string, login: string | null, path: string): void => {
  const plain = password.toLowerCase()
  const isWeak =
    [...password].length < SHORTEST ||
    new Set(plain).size < 4 ||
    isRun(plain) ||
    common.has(plain) ||
    (login !== null && login.length >= 3 && plain.includes(login.toLowerCase()))
  if (isWeak) throw refuse('identity.weak-password', { fields: [{ path, message: '太简单' }] })
}
/** Argon2id with the library's parameters (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> => hash(password)

let decoy: Promise<string> | undefined
/** Takes the same time whether there is a hash or not, so that the time tells nothing. */
export const passwordIs = async (stored: string | null, password: string): Promise<boolean> => {
  decoy ??= hashPassword('nobody has this password')
  const isRight = await verify(stored ?? (await decoy), password)
  return stored !== null && isRight
}
