import { PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import type { CaseFilter, ImportOutcome } from '../../../shared/case/contract.ts'
import { progressLabels } from '../../../shared/case/labels.ts'
import { gradeLabels } from '../../../shared/statutes/grade-thresholds.ts'
import { useCommand } from '../../api.ts'
import { pickFiles } from '../../host.ts'
import { Chip } from '../../ui/Chip.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { clearableInput } from '../../ui/icons.tsx'
import { isTyping, useShortcuts } from '../../ui/keys.ts'
import { useToast } from '../../ui/use-toast.ts'
import { CaseTable } from './CaseTable.tsx'
import { filterOf, views } from './filter.ts'
import { ImportOutcomes } from './ImportOutcomes.tsx'
import { NewCase } from './NewCase.tsx'
import { useCases } from './use-cases.ts'

const gradeOptions = Object.entries(gradeLabels).map(([value, label]) => ({ value, label }))
const stageOptions = Object.entries(progressLabels).map(([value, label]) => ({ value, label }))

/** 案卷登记簿. View and filters live in the address, so that the list is the same on return. */
export function RegisterPage() {
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const message = useToast()
  const filter: CaseFilter = filterOf(search)
  const cases = useCases(filter)
  const [isCreating, setCreating] = useState(false)
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[] | null>(null)
  const importing = useCommand('case.import')
  const finder = useRef<HTMLDivElement>(null)
  const put = (name: string, value: string | null) => {
    const next = new URLSearchParams(search)
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
    setSearch(next, { replace: true })
  }
  const bringIn = async () => {
    try {
      const files = await pickFiles({ isMultiple: true, extensions: ['json'] })
      if (files.length === 0) return
      importing.mutate(
        { tokens: files.map(({ token }) => token) },
        { onSuccess: ({ outcomes: found }) => setOutcomes(found) },
      )
    } catch (error) {
      message.error(error instanceof Error ? error.message : '没有接收文件，请重试。', 8)
    }
  }
  useShortcuts([
    { keys: 'Ctrl+N', run: () => void setCreating(true) },
    {
      keys: '/',
      run: ({ target }) => {
        if (isTyping(target)) return false
        finder.current?.querySelector('input')?.focus()
        return undefined
      },
    },
  ])
  const years = Array.from({ length: 12 }, (_, index) => String(new Date().getFullYear() - index))
  const isFiltered = ['words', 'grade', 'stage', 'year'].some((name) => search.has(name))
  const view = search.get('view') ?? 'all'
  return (
    <div className="register">
      <h1 className="vh">案卷登记簿</h1>
      <div className="views">
        <div role="tablist" aria-label="视图">
          {views.map(({ key, name }) => (
            <button key={key} type="button" role="tab" aria-selected={key === view} onClick={() => put('view', key)}>
              {name}
            </button>
          ))}
        </div>
      </div>
      <div className="filters">
        <div ref={finder} className="finder">
          <Input.Search
            aria-label="查找案卷"
            placeholder="名称、案号、单位、人员、正文"
            allowClear={clearableInput}
            defaultValue={search.get('words') ?? ''}
            onSearch={(words) => put('words', words.trim())}
          />
        </div>
        <Chip name="等级" value={search.get('grade')} options={gradeOptions} onPick={(value) => put('grade', value)} />
        <Chip name="进度" value={search.get('stage')} options={stageOptions} onPick={(value) => put('stage', value)} />
        <Chip
          name="年份"
          value={search.get('year')}
          options={years.map((value) => ({ value, label: `${value}年` }))}
          onPick={(value) => put('year', value)}
        />
        {isFiltered ? (
          <Button size="small" type="text" onClick={() => setSearch({ view }, { replace: true })}>
            清除
          </Button>
        ) : null}
        <span className="count" role="status">
          {cases.total === null ? (
            ''
          ) : (
            <>
              共 <b>{cases.total}</b> 起
            </>
          )}
        </span>
        <Button loading={importing.isPending} onClick={() => void bringIn()}>
          导入案例
        </Button>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setCreating(true)}>
          新建案卷
        </Button>
      </div>
      {cases.error ? (
        <Failure message={cases.error} onRetry={cases.retry} />
      ) : (
        <CaseTable
          cases={cases}
          isArchive={filter.isRemoved === true}
          isFiltered={isFiltered}
          onOpen={(id) => void navigate(`/case/${id}`)}
          onCreate={() => setCreating(true)}
        />
      )}
      <NewCase isOpen={isCreating} onClose={() => setCreating(false)} />
      <ImportOutcomes outcomes={outcomes} onClose={() => setOutcomes(null)} />
    </div>
  )
}
