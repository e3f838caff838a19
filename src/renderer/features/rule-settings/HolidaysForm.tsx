import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { Holidays } from '../../../shared/rule-settings/fields.ts'
import { readHolidays } from '../../../shared/rule-settings/holidays-text.ts'
import { rangesOf, settingWords } from '../../../shared/rule-settings/labels.ts'
import { useCommand } from '../../api.ts'
import { pickFiles } from '../../host.ts'
import { parseCount } from '../../ui/fields/parse.ts'
import { Hint } from '../../ui/marks.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { VersionForm } from './VersionForm.tsx'

/** A table as lines that `readHolidays` reads. */
export function holidayLines({ year, off, working }: Holidays): string {
  const lines = (days: readonly string[], mark: string) =>
    days.length === 0
      ? []
      : rangesOf(days)
          .split('、')
          .map((range) => `${range.replace(/\d{2}-\d{2}/g, (day) => `${year}-${day}`)} ${mark}`)
  return [...lines(off, '休'), ...lines(working, '班')].join('\n')
}

/** The days of one year, typed, pasted or from a CSV file. Every bad line is named; with one nothing is saved. */
export function HolidaysForm(props: { readonly year: number; readonly text: string; readonly onDone: () => void }) {
  const { onDone } = props
  const id = useId()
  const message = useToast()
  const [yearText, setYear] = useState(String(props.year))
  const [text, setText] = useState(props.text)
  const reading = useCommand('setting.readHolidays')
  const year = parseCount(yearText) ?? 0
  const read = readHolidays(text, year)
  const faults = read.ok || text.trim() === '' ? [] : read.faults
  const pick = async () => {
    try {
      const [file] = await pickFiles({ isMultiple: false, extensions: ['csv', 'txt'] })
      if (file) reading.mutate({ token: file.token }, { onSuccess: (found) => setText(found.text.trimEnd()) })
    } catch (error) {
      message.error(error instanceof Error ? error.message : '没有接收文件，请重试。', 8)
    }
  }
  return (
    <VersionForm
      setting={read.ok ? { key: 'holidays', value: read.value } : null}
      problem={
        read.ok
          ? null
          : text.trim() === ''
            ? '粘贴放假和调休的日子，或者选择表格文件'
            : `有 ${faults.length} 处不能识别，改正后才能保存`
      }
      saved={`已保存${year}年放假调休表。`}
      onDone={onDone}
    >
      <div className="grid4">
        <div className="field span-1">
          <label htmlFor={`${id}-year`}>年份</label>
          <Input
            id={`${id}-year`}
            className="num-input"
            value={yearText}
            autoComplete="off"
            onChange={(event) => setYear(event.target.value)}
          />
        </div>
        <div className="field span-3">
          <span className="fieldlabel">表格</span>
          <Button loading={reading.isPending} onClick={() => void pick()}>
            选择 CSV 文件…
          </Button>
        </div>
        <div className="field span-4">
          <label htmlFor={`${id}-days`}>放假和调休的日子，每行一项，写明“休”或者“班”</label>
          <Input.TextArea
            id={`${id}-days`}
            value={text}
            placeholder={'10月1日至7日 国庆节 休\n2026-10-10 班'}
            autoSize={{ minRows: 5, maxRows: 16 }}
            aria-describedby={`${id}-read`}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      </div>
      <div id={`${id}-read`} role="status">
        {read.ok ? <p className="help">读到{settingWords({ key: 'holidays', value: read.value })}。</p> : null}
        {faults.map((fault) => (
          <Hint key={fault} isError>
            {fault}
          </Hint>
        ))}
      </div>
      <p className="help">同一年已有的表由这一份整个替换，原来的留在历史版本中。</p>
    </VersionForm>
  )
}
