/** The words of one proposal: as entered, else made from amount, deciding body and kind. */
import { wanShort, wanText } from '../../money.ts'
import type { Entry, Proposal } from './proposal-entries.ts'
import { clause, joined, loose, type Part, type Run } from './prose.ts'
import type { Scribe } from './scribe.ts'
import { bound, fact, phrase, withoutRemarks } from './words.ts'

// Sanctions that are names, not verbs: they need «给予».
const NOUN = /^(党内|政务|留党|开除|撤职|记过|记大过|警告|严重警告|降级|通报批评|行政处罚|行政处分|党纪|政纪|罚款)/
const SANCTION = /(警告|记过|记大过|降级|撤职|开除|留党察看|撤销党内职务|降低岗位等级)$/
const COMPLETE = /^(建议|鉴于|责成|责令|由)/

/** «政务记大过» → 建议给予政务记大过处分; «移送司法机关» → 建议移送司法机关; whole sentences stay. */
function completed(proposal: Proposal, text: string): string {
  if (/^(建议|鉴于)/.test(text)) return text
  if (COMPLETE.test(text)) return `建议${text}`
  if (/^诫勉/.test(text)) return `建议予以${text}`
  if (/^向.*(检讨|检查)$/.test(text)) return `建议责成其${text}`
  const bare = text.replace(/^给予/, '')
  if (!NOUN.test(bare)) return `建议${text}`
  const isDiscipline = proposal.category === 'discipline'
  return `建议给予${bare}${isDiscipline && SANCTION.test(bare) ? '处分' : ''}`
}

/** 建议由……处以罚款112万元; for persons by their income, with the qualification where 第九十六条 is the basis. */
function composed({ facts }: Scribe, proposal: Proposal): Run | null {
  const body = fact('proposal', proposal, 'decidingBody')
  const by = body === null ? null : clause('由', body)
  const kind = fact('proposal', proposal, 'kindText')
  if (proposal.fineFen === null) {
    if (proposal.category === 'exempt') return clause('建议免予追究责任')
    if (proposal.category === 'coerced') return clause('建议司法机关依法处理')
    if (proposal.category === 'criminal')
      return clause(proposal.decidingBody === '公安机关' ? '建议移送公安机关立案侦查' : '建议移送司法机关处理')
    if (kind === null) return by === null ? null : loose('建议', by, '依法处理')
    const full = completed(proposal, phrase(proposal.kindText) ?? '')
    return loose('建议', by, bound(full.replace(/^建议/, ''), 'proposal', proposal.id, 'kindText'))
  }
  const isPerson = proposal.category === 'penalty_person'
  const amount = isPerson ? wanText(proposal.fineFen) : wanShort(proposal.fineFen)
  const fine = fact('proposal', proposal, 'fineFen', `${amount}万元`)
  const basis = facts.citations('proposal', proposal.id, 'basis').map((citation) => citation.lawText)
  // 安全生产法第九十六条 does not leave the choice: the fine stands beside the qualification
  const licence = basis.some((text) => /《(中华人民共和国)?安全生产法》第九十六条/.test(text))
    ? '暂停或者吊销其与安全生产有关的资格，并'
    : null
  const share =
    isPerson && proposal.fineBaseFen !== null && proposal.fineBaseFen > 0
      ? `${Number(((proposal.fineFen / proposal.fineBaseFen) * 100).toFixed(2))}%`
      : null
  return loose('建议', by, licence, share === null ? '处以罚款' : `处以上一年年收入${share}的罚款`, fine)
}

/** What is proposed, from «建议» on; null when nothing is known. `body` is said in the sentence where no other one is. */
export function proposalWords(scribe: Scribe, proposal: Proposal, isBodySaid: boolean): Run | null {
  const text = withoutRemarks(proposal.description)
  if (text === null) return composed(scribe, proposal)
  const full = completed(proposal, text)
  const body = phrase(proposal.decidingBody)
  const needsBody =
    !isBodySaid &&
    body !== null &&
    proposal.category === 'discipline' &&
    full.startsWith('建议') &&
    !full.includes(body) &&
    !full.startsWith('建议由')
  const words = needsBody ? `建议由${body}${full.slice('建议'.length)}` : full
  return clause(withFine(proposal, words))
}

/** The amount inside the sentence leads to its own column. */
function withFine(proposal: Proposal, words: string): Part {
  const text = bound(words, 'proposal', proposal.id, 'description')
  if (proposal.fineFen === null) return text
  const amount = [wanText(proposal.fineFen), wanShort(proposal.fineFen)].find((sum) => words.includes(`罚款${sum}万元`))
  if (amount === undefined) return text
  const at = words.indexOf(`罚款${amount}万元`) + '罚款'.length
  return loose(
    bound(words.slice(0, at), 'proposal', proposal.id, 'description'),
    fact('proposal', proposal, 'fineFen', `${amount}万元`),
    phrase(words.slice(at + amount.length + 2)) === null
      ? null
      : bound(words.slice(at + amount.length + 2), 'proposal', proposal.id, 'description'),
  )
}

/** All proposals for one subject: the second one begins with «并建议». */
export function allProposalWords(scribe: Scribe, entry: Entry, isBodySaid: boolean): Run | null {
  const [first, ...rest] = entry.proposals.map((proposal) => proposalWords(scribe, proposal, isBodySaid))
  return joined([first ?? null, ...rest.map((run) => (run === null ? null : clause('并', run)))], '，')
}
