-- What a decision comes to, without when it was asked: equal for two answers that tell a person the same.
alter table decision add column essence varchar(100);

-- Jobs of the scheduler (state), as db-scheduler wants its table.
create table scheduled_tasks (
    task_name varchar(100) not null,
    task_instance varchar(200) not null,
    task_data bytea,
    execution_time timestamp(6) with time zone not null,
    picked boolean not null,
    picked_by varchar(100),
    last_success timestamp(6) with time zone,
    last_failure timestamp(6) with time zone,
    consecutive_failures integer,
    last_heartbeat timestamp(6) with time zone,
    version bigint not null,
    priority smallint,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);

-- Sweeps (state): how far each chunk has come, noted in the transaction of what was done.
create table sweep (
    id uuid primary key,
    study varchar(60) not null,
    kind varchar(20) not null,
    started_at timestamp(6) with time zone not null,
    started_by varchar(100) not null,
    finished_at timestamp(6) with time zone
);
create index sweep_started on sweep (study, started_at);

create table sweep_chunk (
    sweep uuid not null references sweep,
    number integer not null,
    last_code varchar(64) not null,
    position varchar(64) not null,
    participants integer not null,
    inactive integer not null,
    asked integer not null,
    changed integer not null,
    alerted integer not null,
    failed integer not null,
    done_at timestamp(6) with time zone,
    primary key (sweep, number)
);

create table sweep_failure (
    sweep uuid not null references sweep,
    participant varchar(64) not null references participant,
    fault varchar(200) not null,
    at timestamp(6) with time zone not null,
    primary key (sweep, participant)
);
