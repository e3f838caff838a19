import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Segmented, Select } from 'antd'
import type { Side } from './side.ts'
import { templates } from './templates.ts'
import type { OptionsControl } from './use-report-options.ts'
import type { Zoom } from './use-zoom.ts'

type BarProps = {
  readonly control: OptionsControl
  readonly zoom: Zoom
  readonly pageWords: string
  readonly counts: Readonly<Record<'checks' | 'wordings', number>>
  readonly side: Side | null
  readonly isLocked: boolean
  readonly onSide: (side: Side | null) => void
}

/** Edition, outline, size and page at the left; what stands at the side, and the export, at the right. */
export function ReportBar({ control, zoom, pageWords, counts, side, isLocked, onSide }: BarProps) {
  const { options, change } = control
  const toggle = (name: Side, words: string) => (
    <button
      type="button"
      className="toggle"
      aria-pressed={side === name}
      onClick={() => onSide(side === name ? null : name)}
    >
      {words}
    </button>
  )
  return (
    <div className="reportbar" role="toolbar" aria-label="调查报告">
      <Segmented
        size="small"
        value={options.edition}
        disabled={isLocked}
        aria-label="版本"
        options={[
          { value: 'internal', label: '内部版' },
          { value: 'public', label: '公开版' },
        ]}
        onChange={(edition) => void change({ edition: edition === 'public' ? 'public' : 'internal' })}
      />
      <Select
        size="small"
        aria-label="提纲"
        className="templatechoice"
        value={options.template}
        disabled={isLocked}
        popupMatchSelectWidth={false}
        options={templates.map(({ key, label }) => ({ value: key, label: `提纲 ${label}` }))}
        onChange={(template) => void change({ template })}
      />
      <span className="zoom">
        <Button
          size="small"
          type="text"
          icon={<MinusOutlined aria-hidden />}
          aria-label="缩小"
          onClick={() => zoom.step(-1)}
        />
        <Button size="small" type="text" className="num" title="按宽度显示" onClick={zoom.fit}>
          {zoom.words}
        </Button>
        <Button
          size="small"
          type="text"
          icon={<PlusOutlined aria-hidden />}
          aria-label="放大"
          onClick={() => zoom.step(1)}
        />
      </span>
      <span className="dim num pagewords">{pageWords}</span>
      <span className="tools">
        <span className="toggles">
          {toggle('checks', counts.checks > 0 ? `缺项 ${counts.checks}` : '缺项')}
          {toggle('wordings', counts.wordings > 0 ? `改写 ${counts.wordings}` : '改写')}
          {toggle('options', '设置')}
        </span>
        <Button
          size="small"
          type="primary"
          aria-pressed={side === 'export'}
          onClick={() => onSide(side === 'export' ? null : 'export')}
        >
          导出
        </Button>
      </span>
    </div>
  )
}
