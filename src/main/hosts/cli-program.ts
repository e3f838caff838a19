/**
 * The commands. Answers go to stdout, one sentence about what went wrong to
 * stderr. What a command needs is loaded when it runs, so that the help is there at once.
 */
import { Argument, type Command, Option } from 'commander'
import { createCommand, dataOption, endOf } from './command-line.ts'

type Flags = Readonly<Record<string, string | boolean | undefined>>
type Actions = typeof import('./cli-actions.ts')
type Action = (actions: Actions, app: Parameters<Actions['listCases']>[0]) => Promise<number>

export function cliCommand(): Command {
  const program = createCommand('anjuan', '案卷：生产安全事故调查处理。参数“案卷”可以写编号，也可以写案号。').addOption(
    dataOption(),
  )
  const data = () => program.opts<{ data?: string }>().data
  /** opens the library, runs one action, closes it */
  const run = async (action: Action, isReading = false) => {
    const actions = await import('./cli-actions.ts')
    process.exitCode = await actions.withApp(data(), isReading, (app) => action(actions, app))
  }
  /** what only reads makes no library where a folder was misspelt */
  const read = (action: Action) => run(action, true)

  const cases = program.command('case').description('案卷：导入、列出、查看')
  cases
    .command('import')
    .description('导入案例文件（JSON），每个案卷输出一行')
    .argument('<文件...>', '案例文件')
    .action((files: string[]) => run((actions, app) => actions.importCases(app, files)))
  cases
    .command('list')
    .description('列出案卷')
    .option('--json', '输出 JSON')
    .action((flags: Flags) => read((actions, app) => actions.listCases(app, flags.json === true)))
  cases
    .command('show')
    .description('查看一个案卷')
    .argument('<案卷>', '编号或案号')
    .option('--json', '输出 JSON：案卷的全部内容')
    .action((key: string, flags: Flags) => read((actions, app) => actions.showCase(app, key, flags.json === true)))

  program
    .command('report')
    .description('事故调查报告')
    .command('build')
    .description('生成事故调查报告')
    .argument('<案卷>', '编号或案号')
    .addOption(new Option('--format <格式>', '文件格式').choices(['docx', 'pdf', 'json', 'text']).makeOptionMandatory())
    .addOption(new Option('--template <模板>', '模板；不写时用这个案卷选定的').choices(['A', 'B', 'C']))
    .requiredOption('--out <文件>', '写到哪个文件；已有的文件会被替换')
    .option('--draft', '草稿：内容不全时也可以生成，页眉印“草稿”')
    .action((key: string, flags: Flags) =>
      read(async (actions, app) => {
        const { buildReport } = await import('./cli-report.ts')
        return buildReport(app, await actions.findCase(app, key), {
          format: String(flags.format),
          template: flags.template === undefined ? undefined : String(flags.template),
          out: String(flags.out),
          isDraft: flags.draft === true,
        })
      }),
    )

  program
    .command('search')
    .description('在所有案卷中检索')
    .argument('<词语...>', '要找的词语')
    .option('--json', '输出 JSON')
    .action((words: string[], flags: Flags) =>
      read((actions, app) => actions.searchCases(app, words.join(' '), flags.json === true)),
    )
  program
    .command('verify')
    .description('检查案卷库：数据库、记录链、附件；有问题时列出并以 1 结束')
    .action(() => read((actions, app) => actions.verifyLibrary(app)))
  program
    .command('call')
    .description('调用任何一个操作')
    .argument('<操作>', '操作的名称，如 case.list')
    .argument('<JSON>', '输入；写 - 时从标准输入读取')
    .action(async (method: string, json: string) => {
      const { parseCall } = await import('./cli-actions.ts')
      const input = await parseCall(method, json)
      await run((actions, app) => actions.callMethod(app, method, input))
    })
  program
    .command('rules')
    .description('法定规则：等级、期限、罚款、代码')
    .command('eval')
    .description('按随软件发布的规则计算，输出完整的答案（JSON）：结果、依据、算式、问题；不打开案卷库')
    .argument('<规则>', '规则的名称，如 grade')
    .argument('<JSON>', '事实；写 - 时从标准输入读取')
    .action(async (rule: string, json: string) => {
      const { printAnswer } = await import('./cli-rules.ts')
      await printAnswer(rule, json)
    })
  program
    .command('schema')
    .description('一个操作的输入和输出的 JSON Schema；不写操作时列出所有操作')
    .addArgument(new Argument('[操作]', '操作的名称'))
    .action(async (method?: string) => {
      const { printSchema } = await import('./cli-schema.ts')
      printSchema(method)
    })
  return program
}

/** Runs the words after the program's name; never throws. The exit code is left in `process.exitCode`. */
export async function runCli(args: readonly string[]): Promise<void> {
  // `anjuan case list | head -1` closes the pipe early: nobody is left to be told
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: Error & { code?: string }) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  try {
    await cliCommand().parseAsync([...args], { from: 'user' })
  } catch (error) {
    const { sentence, code } = endOf(error)
    if (sentence !== null) console.error(sentence)
    process.exitCode = code
  }
}
