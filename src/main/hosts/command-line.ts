/** Command lines in Chinese: commander's titles and errors, the exit codes, and text that may be piped into `head`. */
import { text as readAll } from 'node:stream/consumers'
import { type Argument, Command, CommanderError, Option } from 'commander'
import { AppError, type ErrorCode } from '../../shared/result.ts'
import { faultSentence } from '../faults.ts'
import { errorLog } from './error-log.ts'
import { userPlaces } from './user-folders.ts'

/** Wrong use of the command line: exit code 2. What the program itself refuses ends with 1. */
const BAD_USE = 2
export const REFUSED = 1

const TITLES: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
  'Global Options:': '通用选项：',
}

/** A command whose help and errors are Chinese; its sub-commands inherit that. Throws CommanderError instead of exiting. */
export function createCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .helpOption('-h, --help', '显示帮助')
    .helpCommand('help [命令]', '显示命令的帮助')
    .showSuggestionAfterError(false)
    .exitOverride()
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
    .configureHelp({
      displayWidth,
      commandUsage,
      subcommandTerm: (command) =>
        [command.name(), ...command.registeredArguments.map(argumentTerm)].filter((part) => part !== '').join(' '),
      styleTitle: (title) => TITLES[title] ?? title,
      optionDescription: (option) =>
        option.argChoices ? `${option.description}（${option.argChoices.join('、')}）` : option.description,
    })
}

/** A Chinese character is as wide as two letters, else the columns of the help do not stand one below the other. */
function displayWidth(text: string): number {
  return [...text].reduce(
    (width, character) => width + (/[\u2e80-\u9fff\uff00-\uff60\u3000-\u303f]/.test(character) ? 2 : 1),
    0,
  )
}

function commandUsage(command: Command): string {
  const names: string[] = []
  for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name())
  const rest = command.commands.length > 0 ? ['<命令>'] : command.registeredArguments.map(argumentTerm)
  return [...names, '[选项]', ...rest].join(' ')
}

function argumentTerm(argument: Argument): string {
  const name = argument.variadic ? `${argument.name()}...` : argument.name()
  return argument.required ? `<${name}>` : `[${name}]`
}

/** `--data DIR`, which every start has. */
export function dataOption(): Option {
  return new Option('--data <文件夹>', '案卷库文件夹；不写时用上次打开的案卷库')
}

/** What is wrong with the command line as one Chinese sentence; null when only the help was asked for. */
function usageSentence(error: CommanderError): string | null {
  const [first = '', second = ''] = [...error.message.matchAll(/'([^']*)'/g)].map((match) => match[1])
  switch (error.code) {
    case 'commander.help':
      // a command group without its sub-command
      return error.exitCode === 0 ? null : '没有写命令；用 --help 查看用法。'
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null
    case 'commander.unknownCommand':
      return `没有“${first}”这个命令；用 --help 查看用法。`
    case 'commander.unknownOption':
      return `没有“${first}”这个选项；用 --help 查看用法。`
    case 'commander.missingArgument':
      return `缺少参数“${first}”；用 --help 查看用法。`
    case 'commander.optionMissingArgument':
      return `选项“${first}”后面缺少内容；用 --help 查看用法。`
    case 'commander.missingMandatoryOptionValue':
      return `缺少选项“${first}”；用 --help 查看用法。`
    case 'commander.invalidArgument':
      return `选项“${first}”的内容“${second}”不正确；用 --help 查看可选的内容。`
    case 'commander.excessArguments':
      return '参数太多；用 --help 查看用法。'
    default:
      return '命令写法不正确；用 --help 查看用法。'
  }
}

/** Where a program ends: the sentence goes to stderr, the code says whether the words or the action were wrong. */
export function endOf(error: unknown): { readonly sentence: string | null; readonly code: number } {
  if (error instanceof CommanderError) {
    const sentence = usageSentence(error)
    return { sentence, code: sentence === null ? 0 : BAD_USE }
  }
  if (error instanceof AppError) return { sentence: error.message, code: exitCodeOf(error.code) }
  const kept = errorLog(userPlaces().data, Date.now, 'start')({ method: 'start', error })
  return { sentence: faultSentence('程序内部出错，没有完成；请重试。', kept), code: REFUSED }
}

export function exitCodeOf(code: ErrorCode): number {
  return code === 'invalid-input' || code === 'unknown-method' ? BAD_USE : REFUSED
}

/** A JSON argument, or standard input for `-`. Throws AppError `invalid-input`. */
export async function parseJson(argument: string): Promise<unknown> {
  const given = argument === '-' ? await readAll(process.stdin) : argument
  try {
    return JSON.parse(given)
  } catch {
    throw new AppError('invalid-input', '输入不是正确的 JSON；请检查引号和括号。')
  }
}
