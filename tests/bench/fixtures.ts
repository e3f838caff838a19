/** Documents, photographs and cases of a given size, made from a seed. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PrintImage } from '../../src/main/report/print-image.ts'
import type { Block, Document } from '../../src/shared/report/document.ts'

/** A small generator (mulberry32), so that sizes and bytes are the same in every run. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const WORDS = [
  '事故发生后',
  '作业人员',
  '除尘系统',
  '未按规定',
  '停机清灰',
  '安全生产',
  '责任制',
  '现场负责人',
  '未督促检查',
  '隐患排查治理',
  '动火作业',
  '审批手续',
  '有关部门',
  '监督检查',
  '落实不到位',
]

function sentence(next: () => number, characters: number): string {
  let text = ''
  while (text.length < characters) text += WORDS[Math.floor(next() * WORDS.length)] ?? ''
  return `${text}。`
}

/** About `pages` pages of prose (a page holds 616 characters) and, at its end, the figures given. */
export function bigDocument(pages: number, figures: readonly string[], seed: number): Document {
  const next = random(seed)
  const blocks: Block[] = [{ kind: 'title', id: 'title', lines: ['某公司“8·4”较大粉尘爆炸事故', '调查报告'] }]
  for (let at = 0; at < pages * 5; at++) {
    if (at % 25 === 0)
      blocks.push({
        kind: 'heading',
        id: `h${at}`,
        level: 1,
        isNumbered: true,
        children: [{ kind: 'text', text: '事故基本情况' }],
      })
    blocks.push({
      kind: 'paragraph',
      id: `p${at}`,
      role: 'body',
      children: [{ kind: 'text', text: sentence(next, 110) }],
    })
  }
  for (let at = 0; at < pages / 6; at++)
    blocks.push({
      kind: 'table',
      id: `t${at}`,
      caption: '伤亡人员一览表',
      isLandscape: false,
      columns: ['序号', '姓名', '伤情'].map((title) => ({ title, width: 1, align: 'center' as const })),
      rows: Array.from({ length: 10 }, (_, row) => ({
        id: `t${at}r${row}`,
        cells: [String(row + 1), '某某', sentence(next, 12)].map((text) => ({
          children: [{ kind: 'text' as const, text }],
        })),
      })),
    })
  figures.forEach((sha256, at) => {
    blocks.push({ kind: 'figure', id: `f${at}`, sha256, caption: `现场照片${at + 1}`, alt: '现场照片', widthMm: 120 })
  })
  return {
    title: '某公司“8·4”较大粉尘爆炸事故调查报告',
    template: 'A',
    blocks,
    missing: [],
    properties: { author: '调查组', subject: '调查报告', keywords: '' },
    headerMark: null,
  }
}

/** Photographs with noise, so that JPEG stays as large as a camera's. The base is made once, each one differs by a line. */
export async function photographs(
  folder: string,
  count: number,
  size: { readonly width: number; readonly height: number; readonly quality: number },
  seed: number,
): Promise<ReadonlyMap<string, PrintImage>> {
  await mkdir(folder, { recursive: true })
  const next = random(seed)
  const { width, height, quality } = size
  const noise = Buffer.alloc(width * height * 3)
  for (let at = 0; at < noise.length; at++) noise[at] = Math.floor(next() * 96) + 80
  const images = new Map<string, PrintImage>()
  const known = new Set(await readdir(folder))
  for (let at = 0; at < count; at++) {
    const name = `${at}.jpg`
    noise.fill(at % 256, at * 3, at * 3 + 300)
    if (!known.has(name))
      await writeFile(
        join(folder, name),
        await sharp(noise, { raw: { width, height, channels: 3 } })
          .jpeg({ quality, chromaSubsampling: '4:2:0' })
          .toBuffer(),
      )
    images.set(String(at).padStart(64, '0'), {
      path: join(folder, name),
      type: 'jpg',
      widthPx: width,
      heightPx: height,
    })
  }
  return images
}

/** A published case in the shape of schema 1.2 with the size of a real one. */
export function publishedCase(number: number, seed: number): unknown {
  const next = random(seed + number)
  return {
    schemaVersion: '1.2',
    caseId: `X${number}`,
    split: 'shared',
    completeness: 'B',
    reportTitle: `某公司${number}“3·1”一般触电事故调查报告`,
    sources: [
      {
        title: '来源',
        publisher: null,
        publishedDate: null,
        site: null,
        kind: 'report',
        extentSeen: '全文',
        note: null,
      },
    ],
    accident: {
      name: `某公司${number}“3·1”一般触电事故`,
      occurredAt: '2024-03-01T09:30',
      occurredAtText: '2024年3月1日9时30分许',
      timePrecision: 'approx',
      place: { province: '江苏省', city: '苏州市', district: '某区', detail: '一号路' },
      industry: { gbt4754Code: 'C', gbt4754Name: '制造业', basis: null },
      accidentType: { gb6441: '触电', basis: null },
      grade: '一般',
      gradeBasis: null,
      deaths: 1,
      seriousInjuries: 0,
      minorInjuries: 0,
      injuriesUnspecified: null,
      casualtyNote: null,
      directEconomicLossWan: 150.5,
      directEconomicLossText: '150.5万元',
      lossApproximate: false,
      nature: '生产安全责任事故',
      natureStatement: '生产安全责任事故',
    },
    escalation: null,
    units: Array.from({ length: 4 }, (_, at) => ({
      id: `U${at + 1}`,
      name: `某公司${number}-${at}`,
      anonymised: false,
      shortName: null,
      role: at === 0 ? '事故发生单位' : '承包单位',
      uscc: null,
      type: '有限责任公司',
      legalRep: '某某',
      establishedDate: '2010-01-01',
      registeredCapital: null,
      address: null,
      business: sentence(next, 30),
      notes: null,
    })),
    relationships: [{ from: 'U1', to: 'U2', type: '发包', contract: null, amountWan: 12.5, notes: null }],
    timeline: Array.from({ length: 10 }, (_, at) => ({
      time: `2024-03-01T09:3${at}`,
      timeText: `9时3${at}分`,
      event: sentence(next, 40),
    })),
    emergencyResponse: { summary: sentence(next, 80), evaluation: null },
    casualties: [
      { name: '某某', sex: '男', age: 40, unitId: 'U1', role: '电工', outcome: '死亡', injury: null, notes: null },
    ],
    investigation: null,
    causes: {
      direct: [sentence(next, 60)],
      indirect: [sentence(next, 50), sentence(next, 50)],
      excluded: [],
    },
    findings: Array.from({ length: 5 }, () => ({
      category: '事故发生单位',
      target: `某公司${number}-0`,
      unitId: 'U1',
      finding: sentence(next, 60),
    })),
    responsibility: Array.from({ length: 6 }, (_, at) => ({
      order: at + 1,
      subjectType: 'person',
      name: `某某${at}`,
      identity: '负责人',
      unitId: 'U1',
      category: '行政处罚',
      facts: sentence(next, 50),
      legalBasis: ['《安全生产法》第九十五条'],
      recommendation: sentence(next, 20),
      outcome: null,
    })),
    responsibilitySummary: null,
    lessons: [],
    rectification: [sentence(next, 60), sentence(next, 60)],
    report: null,
    evaluation: null,
    missing: ['accident.injuriesUnspecified'],
    notes: [],
  }
}
