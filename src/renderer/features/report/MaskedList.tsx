import type { ReportView } from '../../../shared/report/contract.ts'

type Masked = ReportView['masked'][number]

const labels: Readonly<Record<Masked['kind'], string>> = {
  name: '姓名',
  unit: '单位名称',
  idNumber: '身份证件号码',
  phone: '电话号码',
  account: '银行账号',
  medicalRecord: '病历号',
}

/** What the public edition prints in other words: one line a kind, and the numbers that were typed into a text one by one. */
export function MaskedList({
  masked,
  sheetOf,
}: {
  readonly masked: readonly Masked[]
  readonly sheetOf: (blockId: string) => string
}) {
  if (masked.length === 0) return null
  const kinds = Object.entries(labels).flatMap(([kind, label]) => {
    const own = masked.filter((word) => word.kind === kind)
    return own.length === 0 ? [] : [{ kind, label, own }]
  })
  return (
    <>
      <h2 className="lev">公开版已隐去 — 请核对有无遗漏</h2>
      <ul className="findlist">
        {kinds.map(({ kind, label, own }) => (
          <li key={kind} className="finding">
            <span className="level level-check">隐</span>
            <div>
              <p>
                {label} {own.reduce((sum, { count }) => sum + count, 0)} 处：
                {[...new Set(own.map(({ shown }) => shown))].join('、')}
              </p>
              {kind === 'name' || kind === 'unit' ? null : <p className="findfoot">{places(own, sheetOf)}</p>}
            </div>
          </li>
        ))}
      </ul>
    </>
  )
}

function places(own: readonly Masked[], sheetOf: (blockId: string) => string): string {
  const named = own.map(({ blockId }) => (blockId === '' ? '标题和文件属性' : sheetOf(blockId)))
  return [...new Set(named)].filter((place) => place !== '').join('、')
}
