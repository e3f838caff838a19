import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPublishedFile } from '../../src/main/import/read.ts'

const full = readFileSync(new URL('../fixtures/published/full.json', import.meta.url), 'utf8')
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'anjuan-import-'))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(dir, name)
  writeFileSync(path, content)
  return path
}

/** The sentence of a refusal; every refusal is one line, begins with the file and comes within seconds. */
async function sentence(path: string, options: { readonly name?: string } = {}): Promise<string> {
  const start = performance.now()
  const read = await readPublishedFile(path, options)
  expect(performance.now() - start).toBeLessThan(5_000)
  if (read.ok) return 'accepted'
  expect(read.message).toMatch(/^[^\n：]+：[^\n]{4,400}。$/)
  return read.message
}

/** The text of the full case with one piece replaced. */
function edited(from: string, to: string): string {
  if (!full.includes(from)) throw new Error(`no ${from}`)
  return full.replace(from, to)
}

test('a good file gives its case and the hash of its bytes, a byte order mark does not matter', async () => {
  const read = await readPublishedFile(file('good.json', full))
  expect(read).toEqual({
    ok: true,
    value: JSON.parse(full),
    bytes: Buffer.from(full),
    sha256: createHash('sha256').update(full).digest('hex'),
  })
  expect(await sentence(file('bom.json', `\uFEFF${full}`))).toBe('accepted')
})

test('what is no regular file is refused at once, a pipe does not hang', async () => {
  mkdirSync(join(dir, 'folder.json'))
  symlinkSync(join(dir, 'loop-b.json'), join(dir, 'loop-a.json'))
  symlinkSync(join(dir, 'loop-a.json'), join(dir, 'loop-b.json'))
  execFileSync('mkfifo', [join(dir, 'pipe.json')])
  expect([
    await sentence(join(dir, 'none.json')),
    await sentence(join(dir, 'folder.json')),
    await sentence(join(dir, 'loop-a.json')),
    await sentence(join(dir, 'pipe.json')),
    await sentence('/dev/zero'),
    await sentence(file('empty.json', '')),
    await sentence(join(dir, 'x'.repeat(300))),
  ]).toEqual([
    'none.json：没有找到这个文件，可能已被移走或改名。',
    'folder.json：这是文件夹，请选择其中的案例文件（.json）。',
    'loop-a.json：文件是循环的链接，打不开。',
    'pipe.json：不是普通文件（可能是管道或设备），无法导入。',
    'zero：不是普通文件（可能是管道或设备），无法导入。',
    'empty.json：文件是空的，请重新取得文件。',
    `${'x'.repeat(300)}：文件路径过长，请把文件移到别处后再导入。`,
  ])
})

test('200 MB are refused by their size without being read', async () => {
  const path = file('big.json', '')
  truncateSync(path, 200 * 1024 * 1024)
  const before = process.memoryUsage().arrayBuffers
  expect(await sentence(path)).toBe('big.json：文件有200 MB，超过案例文件的上限32 MB，请确认选择的是案例文件。')
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024)
})

test('other encodings are recognised by name', async () => {
  const utf16 = Buffer.from(`\uFEFF${full}`, 'utf16le')
  // 案 in GBK is B0 B8
  const gbk = Buffer.concat([
    Buffer.from('{"schemaVersion":"1.2","caseId":"'),
    Buffer.from([0xb0, 0xb8]),
    Buffer.from('"}'),
  ])
  expect([
    await sentence(file('utf16.json', utf16)),
    await sentence(file('utf16-plain.json', utf16.subarray(2))),
    await sentence(file('utf16be.json', Buffer.from(utf16).swap16())),
    await sentence(file('gbk.json', gbk)),
    await sentence(file('broken.json', Buffer.from([0x7b, 0x22, 0xff, 0xff, 0x22, 0x7d]))),
    await sentence(file('cut.json', Buffer.from(full).subarray(0, Buffer.from(full).indexOf('案') + 1))),
  ]).toEqual([
    'utf16.json：文件是 UTF-16 编码，不是 UTF-8，请另存为 UTF-8 编码后再导入。',
    'utf16-plain.json：文件是 UTF-16 编码，不是 UTF-8，请另存为 UTF-8 编码后再导入。',
    'utf16be.json：文件是 UTF-16 编码，不是 UTF-8，请另存为 UTF-8 编码后再导入。',
    'gbk.json：文件是 GBK 编码，不是 UTF-8，请另存为 UTF-8 编码后再导入。',
    'broken.json：文件不是 UTF-8 编码的文字，请另存为 UTF-8 编码后再导入。',
    expect.stringMatching(
      /^cut\.json：文件(是 GBK 编码，不是 UTF-8|不是 UTF-8 编码的文字)，请另存为 UTF-8 编码后再导入。$/,
    ),
  ])
})

test('a truncated file says where it breaks off, other text says that it is no JSON', async () => {
  const at = full.indexOf('"shortName": null')
  expect([
    await sentence(file('truncated.json', full.slice(0, at + 14))),
    await sentence(file('half-string.json', full.slice(0, full.indexOf('岚桥公司') + 2))),
    await sentence(file('page.json', '<html><body>没有案例</body></html>')),
    await sentence(file('comma.json', edited('"caseId"', ', "caseId"'))),
    await sentence(file('two.json', `${full}\n${full}`)),
  ]).toEqual([
    expect.stringMatching(
      /^truncated\.json：文件不完整，内容在第\d+行（units\[1\]\.shortName）中断，请重新取得文件。$/,
    ),
    expect.stringMatching(
      /^half-string\.json：文件不完整，内容在第\d+行（units\[0\]\.shortName）中断，请重新取得文件。$/,
    ),
    expect.stringMatching(/^page\.json：文件不是有效的 JSON.*，请选择案例文件（\.json）。$/),
    expect.stringMatching(/^comma\.json：文件不是有效的 JSON（第\d+行第\d+列有误），请选择案例文件（\.json）。$/),
    expect.stringMatching(/^two\.json：文件不是有效的 JSON（第\d+行第\d+列有误），请选择案例文件（\.json）。$/),
  ])
})

test('ten thousand levels are refused before they are parsed', async () => {
  const levels = 10_000
  expect([
    await sentence(file('lists.json', '['.repeat(levels) + ']'.repeat(levels))),
    await sentence(
      file('objects.json', edited('"notes"', `"deep": ${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}, "notes"`)),
    ),
    await sentence(file('open.json', '['.repeat(30_000_000))),
  ]).toEqual([
    expect.stringMatching(/^lists\.json：字段（(\[0\]){12}…）嵌套超过64层，不像一个案例，请检查文件。$/),
    expect.stringMatching(/^objects\.json：字段（.*\.a.*）嵌套超过64层，不像一个案例，请检查文件。$/),
    expect.stringMatching(/^open\.json：字段（(\[0\]){12}…）嵌套超过64层，不像一个案例，请检查文件。$/),
  ])
})

test('a key given twice is refused with its field, also when it is spelt with escapes', async () => {
  expect([
    await sentence(file('twice.json', edited('"deaths": 3', '"deaths": 3, "deaths": 2'))),
    await sentence(file('escaped.json', edited('"name": "云州拓岭货架有限公司"', '"name": "甲", "n\\u0061me": "乙"'))),
    await sentence(
      file('not-twice.json', edited('"notes": [', '"extra": {"a": ["a", {"a": 1}], "b": "a"}, "notes": [')),
    ),
  ]).toEqual([
    'twice.json：死亡人数（accident.deaths）出现了两次，不能确定以哪个为准，请删去一个后再导入。',
    'escaped.json：第2个单位的名称（units[1].name）出现了两次，不能确定以哪个为准，请删去一个后再导入。',
    'accepted',
  ])
})

test('hostile keys stay data and reach no prototype', async () => {
  const hostile =
    '"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, "toString": "x", "hasOwnProperty": 1'
  const path = file(
    'hostile.json',
    edited('"split": "demo"', hostile).replace('"name": "云州岚桥仓储有限公司",', `$& ${hostile},`),
  )
  const read = await readPublishedFile(path)
  if (!read.ok) throw new Error(read.message)
  expect(Object.keys(read.value)).toEqual(expect.arrayContaining(['__proto__', 'constructor', 'toString']))
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
})

test('numbers and characters out of range are named with their field', async () => {
  expect([
    await sentence(file('huge.json', edited('"deaths": 3', '"deaths": 1e400'))),
    await sentence(file('half.json', edited('"deaths": 3', '"deaths": 1.5'))),
    await sentence(file('minus.json', edited('"deaths": 3', '"deaths": -0'))),
    await sentence(file('nul.json', edited('"legalRep": "祁某"', '"legalRep": "祁\\u0000某"'))),
    await sentence(file('half-pair.json', edited('"legalRep": "祁某"', '"legalRep": "\\ud83d"'))),
    await sentence(file('day.json', edited('"occurredAt": "2024-03-16T09:20"', '"occurredAt": "2024-04-31"'))),
  ]).toEqual([
    'huge.json：死亡人数（accident.deaths）的数字过大，无法准确保存，请核对。',
    'half.json：死亡人数（accident.deaths）应为整数，现为1.5。',
    'accepted',
    'nul.json：第1个单位的法定代表人（units[0].legalRep）含有不能保存的字符（U+0000，第2个字），请在原文件中删去后再导入。',
    'half-pair.json：第1个单位的法定代表人（units[0].legalRep）含有不能保存的字符（U+D83D，第1个字），请在原文件中删去后再导入。',
    'day.json：事故发生时间（accident.occurredAt）不是真实存在的日期，请核对，现为“2024-04-31”。',
  ])
})

test('a hundred thousand units are refused within seconds', async () => {
  const unit = JSON.stringify(JSON.parse(full).units[1])
  const units = Array.from({ length: 100_000 }, () => unit).join(',')
  const path = file(
    'units.json',
    `{"schemaVersion":"1.2","caseId":"F09","accident":{"name":"云州事故"},"units":[${units}]}`,
  )
  expect(await sentence(path)).toBe(
    'units.json：单位（units）有100000项，超过一个案例能容纳的5000项，请检查文件或拆分后再导入。',
  )
})

test('a staged file is named as its user knows it', async () => {
  expect(await sentence(file('c0ffee', '{}'), { name: '事故.json' })).toBe(
    '事故.json：文件没有格式版本（schemaVersion），只能导入 1.2 版的案例，请核对。',
  )
})
