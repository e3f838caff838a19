/** Evidence files, measure follow-up, assessment. SQLite STRICT; see README «Data». Frozen once released. */
export const evidenceAndAssessment = `
-- ---- evidence 证据 and assessment 整改评估 ----
create table evidence (                     -- 证据
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  evidence_no text,                         -- 证据编号
  kind text not null check (kind in ('physical','documentary','audio_visual','electronic','statement','inspection','opinion','drawing','photo','scene_video')),
  title text not null,
  t_from text check (t_from like '____-__-__T__:__:__+08:00'), t_to text check (t_to like '____-__-__T__:__:__+08:00'),
  t_precision text, t_text text,            -- 取得时间
  place text, obtained_by text, obtained_from text, unit_id text,
  form text check (form in ('original','copy','extract')), copy_checked_by text, copy_source text,   -- 复印件: 出处、核对人
  pages integer, storage_place text,
  secrecy text not null default 'internal',
  document_id text,                         -- 笔录、清单、鉴定报告 as 文书
  description text,
  primary key (case_id, id),
  foreign key (case_id, unit_id) references unit (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table evidence_file (                -- 证据的文件; EXIF, GPS stay here
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  evidence_id text not null,
  sha256 text not null references file (sha256) deferrable,
  original_name text,
  role text not null default 'original' check (role in ('original','working_copy','transcript','thumbnail')),
  taken_at text check (taken_at like '____-__-__T__:__:__+08:00'), device text, direction text,
  longitude_e7 integer, latitude_e7 integer, rotation integer, duration_ms integer, page_count integer,
  meta_json text, text_content text,        -- OCR, transcript
  caption text,                             -- 图名 in the report
  report_place text check (report_place in ('site','course','cause','attachment')),   -- null = not in the report
  primary key (case_id, id),
  foreign key (case_id, evidence_id) references evidence (case_id, id) deferrable
) strict, without rowid;
create index evidence_file_sha on evidence_file (sha256);
create table assessment (                   -- 整改评估, 安法86, 安委办〔2021〕4号
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  team_id text,                             -- team.purpose = assessment
  document_id text,                         -- 评估报告; its approval and publication: subject 'assessment'
  organiser text, basis_list text,
  started_on text check (started_on like '____-__-__'),
  finished_on text check (finished_on like '____-__-__'),
  problems_list text, suggestions_list text,
  conclusion text,
  primary key (case_id, id),
  foreign key (case_id, team_id) references team (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;

create table assessment_item (              -- 逐项: every measure, every proposal
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)), sort_key text not null,
  assessment_id text not null,
  measure_id text, proposal_id text,        -- what is assessed; both null = known by its words only
  subject_text text, recommended_text text,
  actual text,                              -- 实际落实
  state text check (state in ('done','mostly','partly','not_done','not_applicable')), state_reason text,
  follow_up text check (follow_up in ('supervise_again','accountability','interview','none')),   -- V-14 例11
  primary key (case_id, id),
  foreign key (case_id, assessment_id) references assessment (case_id, id) deferrable,
  foreign key (case_id, measure_id) references measure (case_id, id) deferrable,
  foreign key (case_id, proposal_id) references proposal (case_id, id) deferrable
) strict, without rowid;

create table measure_action (               -- 落实记录: feedback, check, reminder, judgement, sign-off
  case_id text not null references case_file (id) deferrable, id text not null,
  rev integer not null, removed integer not null default 0 check (removed in (0,1)),
  measure_id text not null,
  kind text not null check (kind in ('feedback','check','reminder','judgement','sign_off','hand_on')),   -- 反馈 现场核查 督办函 判定 销号 移交
  on_day text not null check (on_day like '____-__-__'),
  by_text text, description text,
  state_after text check (state_after in ('reported','done','partly','not_done','not_applicable','superseded')),   -- judged state
  document_id text,
  primary key (case_id, id),
  foreign key (case_id, measure_id) references measure (case_id, id) deferrable,
  foreign key (case_id, document_id) references document (case_id, id) deferrable
) strict, without rowid;
`
