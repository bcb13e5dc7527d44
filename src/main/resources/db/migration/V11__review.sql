-- What monitors ask and mark. Rows are added and never changed or deleted, but for those marked "state".

-- Questions of monitors about a participant or one of its records, and what was said since.
create table data_query (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    about varchar(20) not null,
    subject varchar(64) not null,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint data_query_participant unique (participant, seq)
);
create index data_query_subject on data_query (subject);

create table data_query_message (
    id uuid primary key,
    query uuid not null references data_query,
    participant varchar(64) not null references participant,
    seq bigint not null,
    kind varchar(20) not null,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint data_query_message_participant unique (participant, seq)
);
create index data_query_message_query on data_query_message (query, seq);

-- Each question with where it stands: the last message says so.
create view data_query_now as
    select q.*, case coalesce((select m.kind from data_query_message m where m.query = q.id order by m.seq desc limit 1), 'OPENED')
        when 'ANSWERED' then 'ANSWERED' when 'CLOSED' then 'CLOSED' else 'OPEN' end as state
    from data_query q;

-- That a decision or a rule that fired was looked at, signed; and that such a mark was taken back.
create table review_mark (
    id uuid primary key,
    participant varchar(64) not null references participant,
    seq bigint not null,
    entry uuid not null,
    entry_hash varchar(64) not null,
    decision uuid not null references decision,
    body text not null,
    digest varchar(100) not null,
    signature uuid not null references signature,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint review_mark_participant unique (participant, seq)
);
create index review_mark_entry on review_mark (entry);
create index review_mark_decision on review_mark (decision);

create table review_mark_end (
    id uuid primary key references review_mark,
    participant varchar(64) not null references participant,
    seq bigint not null,
    body text not null,
    digest varchar(100) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(100) not null,
    constraint review_mark_end_participant unique (participant, seq)
);

-- Of each fact when it happened and how much later it was recorded (state: read from its body; one that is not here has yet to be
-- read). It speaks of days from first_day on; what it tells last happened on a day from from_day to to_day. Both are null where unknown.
create table fact_days (
    fact uuid primary key references fact,
    participant varchar(64) not null,
    seq bigint not null,
    milestone boolean not null,
    replaces boolean not null,
    first_day date,
    from_day date,
    to_day date,
    enrolled_day date not null,
    recorded_day date not null,
    late_at_least integer,
    late_at_most integer
);
create index fact_days_participant on fact_days (participant, seq);
create index fact_days_late on fact_days (late_at_most, fact);
create index correction_replacement on correction (replacement);
create index decision_proceed on decision (verdict, participant, seq);

-- Filters of the audit log under a name (state), each a user's own.
create table saved_view (
    username varchar(100) not null,
    name varchar(100) not null,
    asked text not null,
    saved_at timestamp(6) with time zone not null,
    primary key (username, name)
);
