// Words of scanning a code with the phone.
import { words } from '../../words.ts'

export const w = words({
  scan: ['扫一扫', 'Scan the code'],
  scanning: ['把码放在框里', 'Hold the code in the frame'],
  stop: ['停止扫码', 'Stop'],
  photograph: ['拍下码', 'Photograph the code'],
  reading: ['正在认码', 'Reading'],
  noCamera: ['打不开相机。请拍下码，或照着输入。', 'The camera cannot be opened: photograph the code, or type it.'],
  noCodeSeen: ['没看清码。请再拍一次，或照着输入。', 'No code seen. Try again, or type it.'],
})
