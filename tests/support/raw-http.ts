/** Requests byte for byte, for what no well-behaved client sends. */
import { connect } from 'node:net'

export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string }

/** Sends `text` as it is and reads until the other side closes or is silent. Status 0: closed without an answer. */
export function sendRaw(port: number, text: string, silenceMs = 1_500): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    const finish = () => {
      socket.destroy()
      const end = received.indexOf('\r\n\r\n')
      const head = end < 0 ? received : received.slice(0, end)
      resolve({
        status: Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0),
        head,
        body: end < 0 ? '' : received.slice(end + 4),
      })
    }
    socket.setTimeout(silenceMs, finish)
    socket.setEncoding('utf8')
    socket.on('data', (chunk) => {
      received += chunk
    })
    socket.on('error', () => undefined)
    socket.on('close', finish)
    socket.write(text)
  })
}

/** A request from lines; `Connection: close` is added so that the answer ends. */
export function rawRequest(lines: readonly string[], body = ''): string {
  return `${[...lines, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`
}
