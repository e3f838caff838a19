/** Bytes of a text file → text. Only UTF-8 is read; other encodings are recognised, so that the sentence can say which. */

export type Decoded = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string }

/** Text of UTF-8 bytes, a byte order mark left out; otherwise a sentence that names the encoding where it shows. */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = wideEncoding(bytes)
  if (encoding !== null) return refused(encoding)
  const text = strictText('utf-8', bytes)
  if (text !== null) return { ok: true, text }
  const chinese = strictText('gb18030', bytes)
  return refused(chinese !== null && /[\u4e00-\u9fff]/.test(chinese) ? 'GBK' : null)
}

function refused(encoding: string | null): Decoded {
  const words = encoding === null ? '文件不是 UTF-8 编码的文字' : `文件是 ${encoding} 编码，不是 UTF-8`
  return { ok: false, message: `${words}，请另存为 UTF-8 编码后再导入。` }
}

/** UTF-16 and UTF-32 by their mark, or by the zero bytes that ASCII has in them. */
function wideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16'
  if (a === 0xfe && b === 0xff) return 'UTF-16'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32'
  return a === 0 || b === 0 ? 'UTF-16' : null
}

function strictText(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
