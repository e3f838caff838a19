import { Button } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../shared/contract.ts'
import { useCommand } from '../../api.ts'
import { pickFiles, saveFile } from '../../host.ts'
import { Hint } from '../../ui/marks.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/use-toast.ts'

type Compared = { readonly token: string; readonly found: Output<'setting.compareRules'> }

/** The settings to another library and from it. What a file would change is shown before it is taken. */
export function RulesFile() {
  const message = useToast()
  const [compared, setCompared] = useState<Compared | null>(null)
  const exporting = useCommand('setting.exportRules', { isQuiet: true })
  const comparing = useCommand('setting.compareRules', { isQuiet: true })
  const taking = useCommand('setting.takeRules', { isQuiet: true })
  const failed = (error: unknown, words: string) => message.error(error instanceof Error ? error.message : words, 8)
  const save = async ({ token, name, count }: Output<'setting.exportRules'>) => {
    try {
      if (await saveFile(token, name)) message.success(`已导出 ${count} 项设定。`, 3)
    } catch (error) {
      failed(error, '没有存下文件，请重试。')
    }
  }
  const pick = async () => {
    setCompared(null)
    try {
      const [file] = await pickFiles({ isMultiple: false, extensions: ['json'] })
      if (!file) return
      const { token } = file
      comparing.mutate({ token }, { onSuccess: (found) => setCompared({ token, found }) })
    } catch (error) {
      failed(error, '没有接收文件，请重试。')
    }
  }
  const take = ({ token, found: { sha256 } }: Compared) =>
    taking.mutate(
      { token, sha256 },
      {
        onSuccess: ({ taken }) => {
          setCompared(null)
          message.success(`已导入 ${taken} 项设定。`, 3)
        },
      },
    )
  const error = exporting.error ?? comparing.error ?? taking.error
  return (
    <Section level={2} label="导出和导入" title="导出和导入" note="带到另一个案卷库，或者由上级统一下发">
      <p className="help">
        导出本单位现行的和将要施行的设定，文件带校验值，改动或者损坏的不能导入。导入前先列出与本库的差别，确认后才采用。
      </p>
      {error ? <Hint isError>{error.message}</Hint> : null}
      {compared ? (
        <Differences
          found={compared.found}
          isTaking={taking.isPending}
          onTake={() => take(compared)}
          onClose={() => setCompared(null)}
        />
      ) : (
        <p className="acts form-end">
          <Button
            loading={exporting.isPending}
            onClick={() => {
              comparing.reset()
              taking.reset()
              exporting.mutate({}, { onSuccess: (made) => void save(made) })
            }}
          >
            导出设定
          </Button>
          <Button
            loading={comparing.isPending}
            onClick={() => {
              exporting.reset()
              void pick()
            }}
          >
            导入设定…
          </Button>
        </p>
      )}
    </Section>
  )
}

function Differences(props: {
  readonly found: Output<'setting.compareRules'>
  readonly isTaking: boolean
  readonly onTake: () => void
  readonly onClose: () => void
}) {
  const { found, isTaking, onTake, onClose } = props
  const { bureau, exportedOn, same, changes } = found
  return (
    <section aria-label="与本库的差别">
      <p>
        “{bureau}” {exportedOn} 导出：
        {changes.length === 0 ? `${same} 项都与本库相同，不必导入。` : `${changes.length} 项不同，${same} 项相同。`}
      </p>
      {changes.map(({ key, title, old, new: next, from, to, basis }) => (
        <article key={`${key} ${from}`} className="settingchange">
          <h3>
            {title}
            <span className="dim">
              （{from} 起{to === null ? '' : `至 ${to} `}施行）
            </span>
          </h3>
          <dl className="kv">
            <dt>本库现有</dt>
            <dd>{old ?? '没有设定'}</dd>
            <dt>导入后</dt>
            <dd>{next}</dd>
            <dt>依据</dt>
            <dd>{basis}</dd>
          </dl>
        </article>
      ))}
      <p className="acts form-end">
        {changes.length === 0 ? null : (
          <Button type="primary" loading={isTaking} onClick={onTake}>
            导入这 {changes.length} 项
          </Button>
        )}
        <Button onClick={onClose}>{changes.length === 0 ? '关闭' : '不导入'}</Button>
      </p>
    </section>
  )
}
