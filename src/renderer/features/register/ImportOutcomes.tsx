import { Modal } from 'antd'
import { Link } from 'react-router'
import type { ImportOutcome } from '../../../shared/case/contract.ts'

const words = { imported: '已导入', recognised: '已有', refused: '未导入' } as const

/** What became of each file: the sentence of a refused one says what to mend. */
export function ImportOutcomes(props: {
  readonly outcomes: readonly ImportOutcome[] | null
  readonly onClose: () => void
}) {
  const { outcomes, onClose } = props
  const list = outcomes ?? []
  const count = (state: ImportOutcome['state']) => list.filter((outcome) => outcome.state === state).length
  return (
    <Modal
      open={outcomes !== null}
      title={`导入 ${list.length} 个文件：已导入 ${count('imported')}，已有 ${count('recognised')}，未导入 ${count('refused')}`}
      footer={null}
      width="80rem"
      onCancel={onClose}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled with the arrow keys */}
      <section className="outcomes" aria-label="各文件的结果" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col" style={{ width: '8rem' }}>
                结果
              </th>
              <th scope="col" style={{ width: '22rem' }}>
                文件
              </th>
              <th scope="col">说明</th>
            </tr>
          </thead>
          <tbody>
            {list.map((outcome, index) => (
              // a call may name the same file twice
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
              <tr key={index}>
                <td className={outcome.state === 'refused' ? 'bad' : ''}>{words[outcome.state]}</td>
                <td>{outcome.file}</td>
                <td>
                  <Told outcome={outcome} onClose={onClose} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Modal>
  )
}

function Told({ outcome, onClose }: { readonly outcome: ImportOutcome; readonly onClose: () => void }) {
  if (outcome.state === 'refused') return outcome.message
  const link = (
    <Link to={`/case/${outcome.caseId}`} onClick={onClose}>
      {outcome.name}
    </Link>
  )
  if (outcome.state === 'recognised')
    return (
      <>
        {link}：{outcome.message}
      </>
    )
  return (
    <>
      {link}
      {outcome.notes > 0 ? `，另有 ${outcome.notes} 条原文存入导入说明` : null}
    </>
  )
}
