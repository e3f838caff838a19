/** 附件说明, 落款 and the attachments themselves; papers that are not in the file are only named. */
import type { Dossier } from '../../case/tables.ts'
import { chineseDay } from '../../dates.ts'
import type { Block, Inline, ListItem, TableCell, TableRow } from '../document.ts'
import { type AnnexKey, annexKeys, annexTitles } from './annexes.ts'
import { missing } from './gaps.ts'
import { teamName } from './lead-team.ts'
import { lossParts } from './loss.ts'
import type { ReportOptions } from './options.ts'
import { proposalTable } from './proposals.ts'
import { clause, type Part } from './prose.ts'
import { newScribe, type Scribe } from './scribe.ts'
import { figuresOf } from './site.ts'
import { fact, phrase } from './words.ts'

/** An entry of the list; `blocks` null: a paper that lies beside the report. */
type Attachment = { readonly key: AnnexKey; readonly title: string; readonly blocks: readonly Block[] | null }

const roles: Readonly<Record<string, string>> = {
  leader: '组长',
  deputy: '副组长',
  member: '成员',
  invited: '邀请参加',
}

/** The members with a line to sign on; experts sign their own opinion. Null when no member is known by name. */
function memberTable({ facts }: Scribe): Block | null {
  const members = facts.members.filter((member) => roles[member.role] !== undefined && phrase(member.name) !== null)
  if (members.length === 0) return null
  const cell = (part: Part): TableCell => ({ children: clause(part) ?? [{ kind: 'text', text: '—' }] })
  const rows = members.map(
    (member, at): TableRow => ({
      id: `member:${member.id}`,
      cells: [
        cell(String(at + 1)),
        cell(fact('teamMember', member, 'name')),
        cell(fact('teamMember', member, 'body')),
        cell(fact('teamMember', member, 'position')),
        cell(fact('teamMember', member, 'role', roles[member.role] ?? null)),
        { children: [] },
      ],
    }),
  )
  return {
    kind: 'table',
    id: 'table:members',
    caption: null,
    columns: [
      { title: '序号', width: 7, align: 'center' },
      { title: '姓名', width: 11.5, align: 'center' },
      { title: '单位', width: 29, align: 'left' },
      { title: '职务', width: 20, align: 'left' },
      { title: '调查组职务', width: 15.5, align: 'center' },
      { title: '签名', width: 17, align: 'center' },
    ],
    rows,
    isLandscape: false,
  }
}

/** What the case file has of each annex: its pages, a paper beside the report, or nothing. */
function annexesOnFile(scribe: Scribe): Readonly<Record<AnnexKey, 'pages' | 'paper' | 'nothing'>> {
  const { facts, options } = scribe
  const { rows } = facts.dossier
  const isBrief = options.template === 'C'
  const hasExperts =
    facts.members.some((member) => member.role === 'expert' && phrase(member.name) !== null) ||
    rows.evidence.some((evidence) => /专家/.test(evidence.title))
  const hasPictures = rows.evidence.some(({ kind }) => kind === 'drawing' || kind === 'photo')
  return {
    // the members sign in any case (493号令第三十条)
    members: memberTable(scribe) !== null ? 'pages' : facts.team !== null ? 'paper' : 'nothing',
    proposals: !isBrief && proposalTable(scribe) !== null ? 'pages' : 'nothing',
    appraisal: rows.appraisal.length > 0 ? 'paper' : 'nothing',
    experts: !isBrief && hasExperts ? 'paper' : 'nothing',
    photos: figuresOf(scribe, 'attachment').length > 0 ? 'pages' : !isBrief && hasPictures ? 'paper' : 'nothing',
    loss: lossParts(scribe).length > 0 ? 'paper' : 'nothing',
  }
}

function pagesOf(scribe: Scribe, key: AnnexKey): readonly Block[] | null {
  const table = key === 'members' ? memberTable(scribe) : key === 'proposals' ? proposalTable(scribe) : null
  if (table !== null) return [table]
  const figures = key === 'photos' ? figuresOf(scribe, 'attachment') : []
  return figures.length === 0 ? null : figures
}

/** The attachments, as the case file has them or as chosen; the public edition has only the table of proposals. */
function attachmentsOf(scribe: Scribe): readonly Attachment[] {
  const { options } = scribe
  const onFile = annexesOnFile(scribe)
  return annexKeys.flatMap((key): readonly Attachment[] => {
    const isWanted = options.annexes[key] ?? onFile[key] !== 'nothing'
    if (!isWanted || (options.edition === 'public' && key !== 'proposals')) return []
    const isBriefLoss = key === 'loss' && options.template === 'C'
    return [{ key, title: isBriefLoss ? '直接经济损失统计表' : annexTitles[key], blocks: pagesOf(scribe, key) }]
  })
}

/** An annex to choose: how it is called, whether the report lists it, whether its pages follow the report. */
export type AnnexChoice = {
  readonly key: AnnexKey
  readonly title: string
  readonly isListed: boolean
  readonly hasPages: boolean
}

/** All annexes of the edition, for the one who chooses. */
export function annexChoices(dossier: Dossier, options: ReportOptions): readonly AnnexChoice[] {
  const scribe = newScribe(dossier, options)
  const listed = attachmentsOf(scribe)
  return annexKeys
    .filter((key) => options.edition !== 'public' || key === 'proposals')
    .map((key) => {
      const entry = listed.find((other) => other.key === key)
      const title = entry?.title ?? annexTitles[key]
      return { key, title, isListed: entry !== undefined, hasPages: pagesOf(scribe, key) !== null }
    })
}

/** The list, the signature, the attachments; a list without entries is left out. */
export function closingBlocks(scribe: Scribe): readonly Block[] {
  const { options } = scribe
  const attachments = attachmentsOf(scribe)
  const items = attachments.map(
    (entry): ListItem => ({ id: `attachment:${entry.key}`, children: [{ kind: 'text', text: entry.title }] }),
  )
  const list: readonly Block[] = items.length === 0 ? [] : [{ kind: 'attachmentList', id: 'attachments', items }]
  const pages = attachments.flatMap((entry): readonly Block[] =>
    entry.blocks === null
      ? []
      : [
          {
            kind: 'attachment',
            id: `attachment:${entry.key}:page`,
            item: `attachment:${entry.key}`,
            title: entry.title,
          },
          ...entry.blocks,
        ],
  )
  const imprint: readonly Block[] =
    options.imprint === null
      ? []
      : [
          {
            kind: 'imprint',
            id: 'imprint',
            copyTo: options.imprint.copyTo,
            issuer: options.imprint.issuer,
            date: chineseDay(options.imprint.date),
          },
        ]
  return [
    ...list,
    { kind: 'signature', id: 'signature', name: clause(teamName(scribe)) ?? [], date: reportDate(scribe) },
    ...pages,
    ...imprint,
  ]
}

/** 成文日期. */
export function reportDate({ facts }: Scribe): readonly Inline[] {
  const { report } = facts
  const date = report?.datedOn == null ? null : fact('document', report, 'datedOn', chineseDay(report.datedOn))
  const ref = report === null ? undefined : { table: 'document', id: report.id, column: 'datedOn' }
  return [date ?? missing('date', ref)]
}
