// Tries the address before the database is started, so that a taken port is said in seconds and in a sentence.
import { createServer } from 'node:net'
import { StartRefusal } from './sentence.ts'

/** Refuses when the address cannot be listened on. */
export function checkPort(port: number, host: string): Promise<void> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => failed(refusalFor(error, port, host)))
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => done()))
  })
}

function refusalFor(error: NodeJS.ErrnoException, port: number, host: string): StartRefusal {
  if (error.code === 'EADDRINUSE') {
    return new StartRefusal({
      zh: `端口 ${port} 已被占用。请停止占用它的程序，或换一个：PORT=${port < 65535 ? port + 1 : 8080} npm start`,
      en: `Port ${port} is in use. Stop the program that uses it, or choose another: PORT=${port < 65535 ? port + 1 : 8080} npm start`,
    })
  }
  if (error.code === 'EACCES') {
    return new StartRefusal({
      zh: `端口 ${port} 需要管理员权限。请用 1024 以上的端口。`,
      en: `Port ${port} needs administrator rights. Choose a port above 1024.`,
    })
  }
  const sentence = {
    zh: `不能使用地址 ${host}。请检查 HOST，通常是 127.0.0.1 或 0.0.0.0。`,
    en: `The address ${host} cannot be used. Check HOST; it is usually 127.0.0.1 or 0.0.0.0.`,
  }
  return new StartRefusal(sentence, error.message)
}
