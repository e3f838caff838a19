/** Library, users, settings. SQLite STRICT; see README «Data». Frozen once released. */
export const library = `
-- ---- 1.1 library 案卷库: what is not part of a case --------------------------------------------------

create table bureau (                       -- 机关: user of the system, owner of cases
  id text not null primary key,
  parent_id text references bureau (id) deferrable,      -- 区县局 -> 市局
  name text not null,                       -- 苏州市应急管理局
  level text not null check (level in ('county','city','province','state')),
  region_code text,                         -- GB/T 2260, selects the regional settings
  province text, city text, district text
) strict;

create table user_account (                 -- 用户
  id text not null primary key,
  bureau_id text not null references bureau (id) deferrable,
  name text not null,
  login text unique,
  position text,                            -- 职务
  certificate_no text,                      -- 执法证号 (处罚法 42)
  password_hash text,                       -- alg$params$salt$hash
  disabled_at text check (disabled_at like '____-__-__T__:__:__+08:00')
) strict;

create table library (                      -- 案卷库: one row
  id text not null primary key,             -- names every audit chain written here
  one integer not null unique check (one = 1),
  bureau_id text not null references bureau (id) deferrable,
  created_at text not null check (created_at like '____-__-__T__:__:__+08:00')
) strict;

create table file (                         -- 文件: content-addressed, immutable; bytes in files/ab/<sha256>
  sha256 text not null primary key check (length(sha256) = 64),
  bytes integer not null check (bytes >= 0),
  media_type text not null,                 -- by content, not by name
  is_present integer not null default 1 check (is_present in (0,1))   -- 0 = known, not yet pulled
) strict;

create table setting (                      -- 设置: what the law leaves to the bureau; rows are never edited
  id text not null primary key,
  key text not null,                        -- escalation.triggers | counting.firstDay | holidays.2026 | case.numbering | codeTable.GB6442-2025-E | rubric.default | retention.rules | masking.rules …
  value_json text not null,
  region text,                              -- 320500 -> 3205 -> 32 -> CN
  from_on text check (from_on like '____-__-__'),         -- in force: first and last day
  to_on text check (to_on like '____-__-__'),
  layer text not null check (layer in ('province','bureau')),   -- shipped: resources/statutes; case: determination 'setting:<key>'
  bureau_id text references bureau (id) deferrable,
  basis text not null,                      -- 文号、依据
  recorded_by text not null,
  recorded_on text not null check (recorded_on like '____-__-__'),   -- known from; with from_on the two time axes
  withdrawn_on text check (withdrawn_on like '____-__-__'), withdrawn_reason text,
  sha256 text not null check (length(sha256) = 64)        -- of canonical value_json; a 规则包 file = rows + hash
) strict;
create index setting_key on setting (key, region, from_on);

create table number_series (                -- 编号: 案号, 文号, 证据号; a range per library, never max+1 offline
  bureau_id text not null references bureau (id) deferrable,
  series text not null,                     -- case | evidence:<case> | document:<kind>
  year integer not null,
  next_no integer not null check (next_no >= 1),
  last_no integer,                          -- end of the range given to this library; null = open
  primary key (bureau_id, series, year)
) strict;

create table saved_view (                   -- 保存的视图
  id text not null primary key,
  user_id text not null references user_account (id) deferrable,
  place text not null,                      -- case_register | deadline_board | ...
  name text not null,
  view_json text not null
) strict;

create table draft (                        -- 未提交的文字: durable within a second, not audited, not exchanged
  user_id text not null references user_account (id) deferrable,
  place text not null,                      -- <table>:<case_id>:<row id>:<field>
  base_rev integer not null,                -- rev of the row when typing began
  content_json text not null,
  saved_at text not null check (saved_at like '____-__-__T__:__:__+08:00'),
  primary key (user_id, place)
) strict;
`
