import { WarningOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Wording } from '../../../shared/report/contract.ts'
import { Difference } from './Difference.tsx'

/** The case changed after the words were written: all three versions side by side, and what to do with them. */
export function StaleQuestion(props: {
  readonly wording: Wording
  readonly isBusy: boolean
  readonly onKeep: () => void
  readonly onReset: () => void
}) {
  const { wording, isBusy, onKeep, onReset } = props
  return (
    <section className="stale" aria-label="生成的文字变了">
      <p className="stalehead">
        <WarningOutlined aria-hidden /> 改写之后，案卷生成的这一段变了。请核对，再决定用哪一个；也可以在上面接着改。
      </p>
      <div className="versions">
        <div>
          <h3>改写时的生成文字</h3>
          <p>{wording.base}</p>
        </div>
        <div>
          <h3>现在的生成文字</h3>
          <Difference from={wording.base} to={wording.generated} />
        </div>
        <div>
          <h3>我的文字</h3>
          <p>{wording.own}</p>
        </div>
      </div>
      <p className="acts">
        <Button size="small" type="primary" disabled={isBusy} onClick={onKeep}>
          仍用我的文字
        </Button>
        <Button size="small" disabled={isBusy} onClick={onReset}>
          改用现在的生成文字
        </Button>
      </p>
    </section>
  )
}
