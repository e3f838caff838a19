import { directSumFen } from '../../../../shared/case/derive.ts'
import { exactWan } from '../../../../shared/case/grade-words.ts'
import type { Dossier, Row } from '../../../../shared/case/tables.ts'
import { type LossItemType, lossItemTypesOf } from '../../../../shared/statutes/loss-items.ts'
import { LossLine } from './LossLine.tsx'

type Line = { readonly type: LossItemType | null; readonly code: string; readonly item: Row<'lossItem'> | undefined }
type Group = { readonly code: string; readonly name: string; readonly lines: readonly Line[] }

/** The items of the standard with their amounts; what the file calls otherwise stands at the end, so that nothing is hidden. */
function groupsOf(items: readonly Row<'lossItem'>[], standard: string): readonly Group[] {
  const types = lossItemTypesOf(standard)
  const codes = [...new Set(types.map((type) => type.group))]
  const known = codes.map((code): Group => {
    const own = types.filter((type) => type.group === code)
    const lines = own.flatMap((type): readonly Line[] => {
      const found = items.filter((item) => item.itemCode === type.code)
      if (found.length === 0) return [{ type, code: type.code, item: undefined }]
      return found.map((item) => ({ type, code: type.code, item }))
    })
    return { code, name: own[0]?.groupName ?? code, lines }
  })
  const others = items.filter((item) => !types.some((type) => type.code === item.itemCode))
  if (others.length === 0) return known
  const lines = others.map((item): Line => ({ type: null, code: item.itemCode, item }))
  return [...known, { code: '', name: '标准中没有的项目', lines }]
}

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { item }) => sum + (item?.amountFen ?? 0), 0)

/** 分项: amounts are typed where they stand. */
export function LossLedger(props: {
  readonly dossier: Dossier
  readonly assessment: Row<'lossAssessment'>
  readonly isLocked: boolean
}) {
  const { dossier, assessment, isLocked } = props
  const items = dossier.rows.lossItem.filter((item) => item.lossAssessmentId === assessment.id)
  const groups = groupsOf(items, assessment.standard)
  const direct = directSumFen(dossier, assessment.id)
  const indirect = items.filter((item) => !item.isDirect).reduce((sum, item) => sum + item.amountFen, 0)
  const estimated = items
    .filter((item) => item.isDirect && item.method === 'estimated')
    .reduce((sum, item) => sum + item.amountFen, 0)
  if (groups.length === 0) return null
  return (
    <table className="ledger">
      <caption className="vh">损失分项</caption>
      <thead>
        <tr>
          <th scope="col" className="ledgercode">
            代码
          </th>
          <th scope="col">项目</th>
          <th scope="col" className="ledgeramount r">
            金额（万元）
          </th>
          <th scope="col" className="ledgermethod">
            口径
          </th>
          <th scope="col" className="ledgertools">
            依据
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.code}>
          {group.lines.length === 1 ? null : (
            <tr className="ledgergroup">
              <td className="num">{group.code}</td>
              <th scope="rowgroup">{group.name}</th>
              <td className="r num">{group.lines.some(({ item }) => item) ? exactWan(sumOf(group.lines)) : '—'}</td>
              <td colSpan={2} />
            </tr>
          )}
          {group.lines.map((line, index) => (
            <LossLine
              // the first line of a code keeps its place when its row comes into being
              key={group.lines.findIndex(({ code }) => code === line.code) === index ? line.code : line.item?.id}
              assessment={assessment}
              code={line.code}
              type={line.type}
              item={line.item}
              groupCode={group.lines.length === 1 ? group.code : null}
              isLocked={isLocked}
            />
          ))}
        </tbody>
      ))}
      <tfoot>
        <tr>
          <th scope="row" colSpan={2}>
            直接经济损失分项之和
          </th>
          <td className="r num">{direct === null ? '—' : exactWan(direct)}</td>
          <td colSpan={2}>{estimated > 0 ? `含测算 ${exactWan(estimated)}` : ''}</td>
        </tr>
        {indirect > 0 ? (
          <tr>
            <th scope="row" colSpan={2}>
              间接经济损失分项之和
            </th>
            <td className="r num">{exactWan(indirect)}</td>
            <td colSpan={2} />
          </tr>
        ) : null}
      </tfoot>
    </table>
  )
}
