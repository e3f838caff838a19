import { expect, test } from 'vitest'
import type { Block, Document, Inline } from '../../src/shared/report/document.ts'
import { applyWordings, bindText } from '../../src/shared/report/wording.ts'

const deaths = (text: string): Inline => ({
  kind: 'field',
  text,
  fact: { table: 'caseFile', id: 'case', column: 'deaths' },
})

function report(children: readonly Inline[], extra: readonly Block[] = []): Document {
  return {
    title: '报告',
    template: 'A',
    headerMark: null,
    properties: { author: '', subject: '', keywords: '' },
    missing: [],
    blocks: [{ kind: 'paragraph', id: 'p', role: 'body', children }, ...extra],
  }
}

const generated = [
  { kind: 'text', text: '事故造成' } as const,
  deaths('3人死亡'),
  { kind: 'text', text: '。' } as const,
]

test('a value inside own words stays bound to its fact and shows what the case says today', () => {
  const content = bindText('此次事故共造成3人死亡，教训深刻。', generated, report(generated))
  expect(content).toEqual([
    { kind: 'text', text: '此次事故共造成' },
    deaths('3人死亡'),
    { kind: 'text', text: '，教训深刻。' },
  ])
  const today = report([generated[0] ?? deaths(''), deaths('4人死亡'), { kind: 'text', text: '。' }])
  const { document, views } = applyWordings(today, [{ blockId: 'p', content, base: generated }])
  expect(views).toEqual([
    {
      blockId: 'p',
      generated: '事故造成4人死亡。',
      own: '此次事故共造成4人死亡，教训深刻。',
      base: '事故造成3人死亡。',
      isStale: false,
    },
  ])
  expect(document.blocks[0]).toMatchObject({
    children: [{ text: '此次事故共造成' }, { text: '4人死亡' }, { text: '，教训深刻。' }],
  })
})

test('a sentence that is generated otherwise now is pointed out', () => {
  const content = bindText('自己的话。', generated, report(generated))
  const changed = report([{ kind: 'text', text: '该起事故造成' }, deaths('3人死亡'), { kind: 'text', text: '。' }])
  expect(applyWordings(changed, [{ blockId: 'p', content, base: generated }]).views[0]?.isStale).toBe(true)
})

test('a number is not bound inside a longer number', () => {
  const inlines = [deaths('3'), { kind: 'text', text: '人' } as const]
  expect(bindText('13人受困，3人死亡', inlines, report(inlines))).toEqual([
    { kind: 'text', text: '13人受困，' },
    deaths('3'),
    { kind: 'text', text: '人死亡' },
  ])
})

test('the same value twice is bound twice, in order', () => {
  const other: Inline = { kind: 'field', text: '3人死亡', fact: { table: 'casualtyCount', id: 'n1', column: 'deaths' } }
  const inlines = [deaths('3人死亡'), { kind: 'text', text: '，' } as const, other]
  expect(bindText('先3人死亡后3人死亡', inlines, report(inlines))).toEqual([
    { kind: 'text', text: '先' },
    deaths('3人死亡'),
    { kind: 'text', text: '后' },
    other,
  ])
})

test('a missing fact in own words becomes the value once it is known', () => {
  const fact = { table: 'caseFile', id: 'case', column: 'deaths' }
  const base: Inline[] = [{ kind: 'missing', label: '死亡人数', fact }]
  const content = bindText('事故造成【待补：死亡人数】。', base, report(base))
  expect(content[1]).toEqual(base[0])
  const { views } = applyWordings(report([deaths('3人死亡')]), [{ blockId: 'p', content, base }])
  expect(views[0]?.own).toBe('事故造成3人死亡。')
})

test('own words for a block that is not printed any more are listed and change nothing', () => {
  const document = report(generated)
  const result = applyWordings(document, [{ blockId: 'gone', content: [{ kind: 'text', text: '旧话' }], base: [] }])
  expect(result.document.blocks).toEqual(document.blocks)
  expect(result.views[0]).toMatchObject({ blockId: 'gone', generated: '', own: '旧话' })
})

test('a statutory gap cannot be worded away', () => {
  const gap = {
    label: '直接经济损失',
    printed: '直接经济损失',
    blockId: 'p',
    fact: null,
    statutoryItem: 3 as const,
    stage: 'casualties',
  }
  const document = { ...report([{ kind: 'missing', label: '直接经济损失' }]), missing: [gap] }
  const { document: worded } = applyWordings(document, [
    { blockId: 'p', content: [{ kind: 'text', text: '损失正在核定。' }], base: [] },
  ])
  expect(worded.missing).toEqual([gap])
})

test('two parts of one fact in a block are told apart', () => {
  const part = (text: string): Inline => ({
    kind: 'field',
    text,
    fact: { table: 'accident', id: 'accident', column: 'address' },
  })
  const base = [part('锦帆路18号'), { kind: 'text', text: '的' } as const, part('打磨车间')]
  const content = bindText('在锦帆路18号的打磨车间内', base, report(base))
  const today = [part('锦帆路20号'), { kind: 'text', text: '的' } as const, part('抛光车间')]
  const { views } = applyWordings(report(today), [{ blockId: 'p', content, base }])
  expect(views[0]?.own).toBe('在锦帆路20号的抛光车间内')
  // a part that is not printed any more keeps its words, the other part is not said twice
  const shorter = applyWordings(report([part('锦帆路20号')]), [{ blockId: 'p', content, base }])
  expect(shorter.views[0]?.own).toBe('在锦帆路20号的打磨车间内')
})
