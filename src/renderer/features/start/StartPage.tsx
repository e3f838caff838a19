import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { LibraryStatus } from '../../../shared/library/contract.ts'
import { useCommand } from '../../api.ts'
import { useShortcuts } from '../../ui/keys.ts'
import { Hint, Key } from '../../ui/marks.tsx'
import { BureauForm } from '../settings/BureauForm.tsx'
import { OpenLibrary } from '../settings/OpenLibrary.tsx'
import { RecentLibraries } from '../settings/RecentLibraries.tsx'

/** First start: a new library, an existing one, or the sample; beside it what to confirm. */
export function StartPage({ status }: { readonly status: LibraryStatus }) {
  const navigate = useNavigate()
  const [isSetting, setSetting] = useState(false)
  const sample = useCommand('case.sample', { isQuiet: true })
  const begin = () => {
    if (status.isSetUp) void navigate('/cases')
    else setSetting(true)
  }
  useShortcuts([{ keys: 'Ctrl+N', run: () => void begin() }])
  return (
    <div className="start">
      <div className="startmain">
        <h1>案卷</h1>
        <p className="lead">生产安全事故调查处理，从接报到归档。</p>
        <ol>
          <li>
            <div>
              <h2>{status.isSetUp ? '继续使用案卷库' : '新建案卷库'}</h2>
              <p>本机一个文件夹，存全部案卷、附件和备份。不联网，不上传。</p>
              <p className="kvline">
                <span>位置</span>
                <span className="path">{status.path}</span>
              </p>
              {status.warnings.map((warning) => (
                <Hint key={warning}>{warning}</Hint>
              ))}
            </div>
            <Button type="primary" size="large" onClick={begin}>
              {status.isSetUp ? '进入' : '新建'}
            </Button>
          </li>
          <li>
            <div>
              <h2>打开已有案卷库</h2>
              <p>选择案卷库所在的文件夹；选空文件夹则在那里新建。</p>
              <RecentLibraries recent={status.recent} />
            </div>
            <OpenLibrary label="打开…" isLarge />
          </li>
          <li>
            <div>
              <h2>看示例案卷</h2>
              <p>一起虚构的事故，从概况填到调查报告；归入“培训”，可随意改动，不影响正式案卷。</p>
              {sample.error ? <Hint isError>{sample.error.message}</Hint> : null}
            </div>
            <Button
              size="large"
              loading={sample.isPending}
              onClick={() => sample.mutate({}, { onSuccess: ({ caseId }) => void navigate(`/case/${caseId}`) })}
            >
              打开示例
            </Button>
          </li>
        </ol>
      </div>
      <aside className="startside" aria-label="开始前请确认">
        <h2>开始前请确认</h2>
        <dl className="kv">
          <dt>单位</dt>
          <dd>
            {status.isSetUp ? status.bureau.name : <b>未填写</b>}{' '}
            <button type="button" className="linkbtn" onClick={() => setSetting(true)}>
              {status.isSetUp ? '更改' : '填写'}
            </button>
          </dd>
          <dt>使用人</dt>
          <dd>{status.isSetUp ? status.user.name : <b>未填写</b>}</dd>
          <dt>已有案卷</dt>
          <dd>{status.caseCount} 个</dd>
        </dl>
        <p className="dim keys">
          随时按 <Key>?</Key> 查看全部快捷键。
        </p>
      </aside>
      <p className="startfoot">案卷 {status.appVersion} · 本机运行，不连接网络</p>
      <Modal
        open={isSetting}
        title="单位和使用人"
        footer={null}
        width="72rem"
        destroyOnHidden
        onCancel={() => setSetting(false)}
      >
        <BureauForm
          status={status}
          saveLabel={status.isSetUp ? '保存' : '建立案卷库'}
          onSaved={() => {
            setSetting(false)
            void navigate('/cases')
          }}
        />
      </Modal>
    </div>
  )
}
