import { Button, Segmented, Select } from 'antd'
import { Link } from 'react-router'
import type { LibraryStatus } from '../../../shared/library/contract.ts'
import { useCommand } from '../../api.ts'
import { type EditionChoice, setPreferences, TEXT_SIZES, usePreferences } from '../../preferences.ts'
import { Hint } from '../../ui/marks.tsx'
import { Section } from '../../ui/Section.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { BureauForm } from './BureauForm.tsx'
import { NumberingForm } from './NumberingForm.tsx'
import { OpenLibrary } from './OpenLibrary.tsx'
import { RecentLibraries } from './RecentLibraries.tsx'

/** 设置: who keeps the library, how cases are numbered, where it lies, how the window looks. */
export function SettingsPage({ status }: { readonly status: LibraryStatus }) {
  const message = useToast()
  return (
    <>
      <div className="pagehead">
        <h1>设置</h1>
        <p className="dim">案卷 {status.appVersion} · 本机运行，不连接网络</p>
      </div>
      <div className="settings">
        <div className="stack">
          <Section level={2} title="单位和使用人" note="写入操作记录，用作新案卷的地名">
            <BureauForm
              key={status.path}
              status={status}
              saveLabel="保存"
              onSaved={() => message.success('已保存单位和使用人。', 3)}
            />
          </Section>
          <Section level={2} title="案号规则" note="新案卷按规则编号，已有案号不变">
            <NumberingForm key={status.path} />
          </Section>
        </div>
        <div className="stack">
          <LibrarySection status={status} />
          <RulesSection />
          <LookSection />
        </div>
      </div>
    </>
  )
}

const bytesText = (bytes: number) =>
  bytes < 1024 ** 2 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 ** 2).toFixed(1)} MB`

function LibrarySection({ status }: { readonly status: LibraryStatus }) {
  const verify = useCommand('library.verify', { isQuiet: true })
  const backup = useCommand('library.backup', { isQuiet: true })
  const faults = verify.data?.faults ?? []
  return (
    <Section level={2} title="案卷库" note={`${status.caseCount} 个案卷，已移走 ${status.archivedCount} 个`}>
      <dl className="kv">
        <dt>位置</dt>
        <dd className="path">{status.path}</dd>
        <dt>内容</dt>
        <dd>数据库、附件和备份都在这个文件夹中</dd>
      </dl>
      {status.warnings.map((warning) => (
        <Hint key={warning}>{warning}</Hint>
      ))}
      <p className="acts form-end">
        <Button loading={backup.isPending} onClick={() => backup.mutate({})}>
          立即备份
        </Button>
        <Button loading={verify.isPending} onClick={() => verify.mutate({})}>
          检查案卷库
        </Button>
        <OpenLibrary label="打开另一个案卷库…" />
      </p>
      <RecentLibraries recent={status.recent} />
      <div role="status">
        {backup.data ? (
          <p>
            已备份到 <span className="path">{backup.data.file}</span>（{bytesText(backup.data.bytes)}）。
          </p>
        ) : null}
        {verify.data && faults.length === 0 ? (
          <p>
            检查完毕，没有发现问题：核对 {verify.data.checkedEntries} 条操作记录、{verify.data.checkedFiles} 个文件。
          </p>
        ) : null}
      </div>
      {backup.error ? <Hint isError>{backup.error.message}</Hint> : null}
      {verify.error ? <Hint isError>{verify.error.message}</Hint> : null}
      {faults.length > 0 ? (
        <div role="alert">
          <p className="strong">发现 {faults.length} 处问题：</p>
          <ul className="plainlist">
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </Section>
  )
}

/** What the law leaves to the bureau has its own page. */
function RulesSection() {
  return (
    <Section level={2} title="规则设定" note="法律没有写明、由本单位设定的口径">
      <p>首日是否计入、放假调休表、提级触发情形、预警级别，各有依据和历史版本。</p>
      <p className="acts form-end">
        <Link to="/settings/rules">查看和修改规则设定</Link>
      </p>
    </Section>
  )
}

const editions: readonly { readonly value: EditionChoice; readonly label: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
]

function LookSection() {
  const { edition, textPercent } = usePreferences()
  return (
    <Section level={2} title="外观" note="只影响这台电脑">
      <div className="grid4">
        <div className="field span-2">
          <span className="fieldlabel">颜色</span>
          <Segmented
            aria-label="颜色"
            value={edition}
            options={[...editions]}
            onChange={(value) => setPreferences({ edition: value })}
          />
        </div>
        <div className="field span-2">
          <label htmlFor="text-size">文字大小</label>
          <Select
            id="text-size"
            value={textPercent}
            options={TEXT_SIZES.map((value) => ({ value, label: `${value}%` }))}
            onChange={(value) => setPreferences({ textPercent: value })}
          />
        </div>
      </div>
    </Section>
  )
}
