/** 附件说明, 落款 and the attachments themselves; papers that are not in the file are only named. */
import { chineseDay } from '../../dates.ts'
import type { Block, Inline, ListItem, TableCell, TableRow } from '../document.ts'
import { missing } from './gaps.ts'
import { teamName } from './lead-team.ts'
import { lossParts } from './loss.ts'
import { proposalTable } from './proposals.ts'
import { clause, type Part } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { figuresOf } from './site.ts'
import { fact, phrase } from './words.ts'

/** An entry of the list; `blocks` null: a paper that lies beside the report. */
type Attachment = { readonly key: string; readonly title: string; readonly blocks: readonly Block[] | null }

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
      { title: '姓名', width: 12, align: 'center' },
      { title: '单位', width: 29, align: 'left' },
      { title: '职务', width: 20, align: 'left' },
      { title: '调查组职务', width: 14, align: 'center' },
      { title: '签名', width: 18, align: 'center' },
    ],
    rows,
    isLandscape: false,
  }
}

/** The attachments of the internal edition; the public one has only the table of proposals. */
function attachmentsOf(scribe: Scribe): readonly Attachment[] {
  const { facts, options } = scribe
  const { rows, accident } = facts.dossier
  const isBrief = options.template === 'C'
  const isPublic = options.edition === 'public'
  const members = memberTable(scribe)
  const proposals = proposalTable(scribe)
  const figures = figuresOf(scribe, 'attachment')
  const hasExperts = facts.members.some((member) => member.role === 'expert') || facts.team?.hasExperts === true
  const wasSeen = phrase(accident.siteConditions) !== null
  const hasParts = lossParts(scribe).length > 0
  const list: readonly (Attachment | null)[] = [
    isPublic || facts.team === null
      ? null
      : { key: 'members', title: '事故调查组成员名单及签名', blocks: members === null ? null : [members] },
    isBrief || proposals === null
      ? null
      : { key: 'proposals', title: '责任单位和责任人员处理建议汇总表', blocks: [proposals] },
    isPublic || rows.appraisal.length === 0 ? null : { key: 'appraisal', title: '技术鉴定报告', blocks: null },
    isPublic || isBrief || !hasExperts ? null : { key: 'experts', title: '专家组意见', blocks: null },
    isPublic || (figures.length === 0 && (isBrief || !wasSeen))
      ? null
      : { key: 'photos', title: '现场平面图和照片', blocks: figures.length === 0 ? null : figures },
    isPublic || !hasParts
      ? null
      : { key: 'loss', title: isBrief ? '直接经济损失统计表' : '直接经济损失统计表及凭证目录', blocks: null },
  ]
  return list.filter((entry) => entry !== null)
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
