/** 事故调查报告 as a document: a pure function of the case and of what was chosen for this report. */
import type { Dossier } from '../case/tables.ts'
import { proposalGapLabel } from '../liability/proposal-gaps.ts'
import type { Block, Document, MissingFact } from './document.ts'
import { closingBlocks, reportDate } from './investigation/attachments.ts'
import { missingOf } from './investigation/gaps.ts'
import { conclusionParagraph, factParagraph, instructionParagraphs } from './investigation/lead.ts'
import { briefPeriodSentences, methodParagraph, periodParagraph } from './investigation/lead-method.ts'
import { briefTeamSentences, teamParagraphs } from './investigation/lead-team.ts'
import { resolveNames, titleInEdition } from './investigation/names.ts'
import { type ReportOptions, reportOptions } from './investigation/options.ts'
import { clause, paragraph, sentences } from './investigation/prose.ts'
import { tidy, withoutCommasOfTitles, withRuns } from './investigation/punctuation.ts'
import { chapterBlocks, newScribe, type Scribe } from './investigation/scribe.ts'
import { chaptersA } from './investigation/template-a.ts'
import { chaptersB } from './investigation/template-b.ts'
import { chaptersC } from './investigation/template-c.ts'
import { titleLines } from './investigation/title-lines.ts'
import { publicEdition } from './public-edition.ts'

const chapters = { A: chaptersA, B: chaptersB, C: chaptersC } as const

/** Builds the report. Never fails: what the case lacks is left out or stands as 【待补：……】 and in `missing`. */
export function buildInvestigationReport(dossier: Dossier, options: ReportOptions): Document {
  const written = writeInvestigationReport(dossier, options)
  return options.edition === 'public' ? publicEdition(written, dossier).document : written
}

/** The report before the last pass of the public edition, for own wording, which that pass must read as well. */
export function writeInvestigationReport(dossier: Dossier, options: ReportOptions): Document {
  const scribe = newScribe(dossier, options)
  const { caseFile } = dossier
  const title = titleInEdition(`${caseFile.name}调查报告`, dossier, options)
  // dates are written on the way, so the parts are built in the order in which they are read
  const lead = options.template === 'C' ? briefLead(scribe) : fullLead(scribe)
  const body = chapterBlocks(chapters[options.template](scribe))
  const written = [...lead, ...body, ...closingBlocks(scribe)].map((block) => withRuns(block, tidy))
  const named = resolveNames(written, dossier, options).map((block) => withRuns(block, withoutCommasOfTitles))
  const blocks = [...opening(scribe, title), ...named]
  const { facts } = scribe
  return {
    title,
    template: options.template,
    blocks,
    missing: missingOf(blocks, nameOfGap(dossier, options)),
    properties: {
      // a file without an author takes the name of the program in some viewers; the report is the team's (493号令第二十九条)
      author: facts.team?.leadBody || facts.team?.name || '事故调查组',
      subject: '生产安全事故调查报告',
      keywords: [caseFile.district, facts.typeName].filter((word) => word !== null).join('，'),
    },
    headerMark: options.isDraft ? '草稿' : null,
  }
}

/** Proposals are missed by the name of their subject; the public edition does not name it. */
function nameOfGap({ rows }: Dossier, options: ReportOptions): Parameters<typeof missingOf>[1] {
  return ({ fact }) => {
    if (options.edition === 'public' || fact?.table !== 'liability') return null
    const liability = rows.liability.find((row) => row.id === fact.id)
    return liability === undefined ? null : proposalGapLabel(liability, rows)
  }
}

/** What of the six items of 493号令第三十条 is missing, each fact once; while one is, only a draft may be exported. */
export function statutoryGaps(dossier: Dossier): readonly MissingFact[] {
  const { missing } = buildInvestigationReport(dossier, reportOptions())
  const labels = new Set<string>()
  return missing.filter((fact) => {
    const isNew = fact.statutoryItem !== null && !labels.has(fact.label)
    labels.add(fact.label)
    return isNew
  })
}

function opening(scribe: Scribe, title: string): readonly Block[] {
  const { options, facts } = scribe
  const lines = titleLines(title)
  if (!(options.hasCover ?? options.template === 'B')) return [{ kind: 'title', id: 'title', lines }]
  const { dossier } = facts
  const body = titleInEdition(facts.team?.name ?? `${dossier.caseFile.name}调查组`, dossier, options)
  return [
    { kind: 'cover', id: 'cover', lines, body, date: reportDate(scribe) },
    { kind: 'toc', id: 'toc' },
  ]
}

function fullLead(scribe: Scribe): readonly Block[] {
  return [
    ...factParagraph(scribe),
    ...instructionParagraphs(scribe),
    ...teamParagraphs(scribe),
    ...periodParagraph(scribe),
    ...methodParagraph(scribe),
    ...conclusionParagraph(scribe),
  ]
}

function briefLead(scribe: Scribe): readonly Block[] {
  return [
    ...factParagraph(scribe),
    ...paragraph(
      'lead:p3',
      sentences(briefTeamSentences(scribe), briefPeriodSentences(scribe), clause('现将调查情况报告如下：')),
    ),
  ]
}
