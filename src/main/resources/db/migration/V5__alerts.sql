-- Alerts (state): what each came from and what became of it is in the audit log. One that is not resolved has its key in open_key.
create table alert (
    id uuid primary key,
    study varchar(60) not null,
    participant varchar(64),
    level varchar(40),
    criterion varchar(20),
    cause varchar(40) not null,
    detail varchar(200) not null,
    open_key varchar(400) unique,
    severity varchar(10) not null,
    body text not null,
    due date,
    raised_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    resolved_at timestamp(6) with time zone,
    acknowledged_at timestamp(6) with time zone,
    acknowledged_by varchar(100),
    comment text,
    snoozed_until timestamp(6) with time zone,
    escalations integer not null
);
create index alert_participant on alert (participant);
create index alert_raised on alert (raised_at);

-- What happened to alerts, numbered in the order in which it is told.
create table alert_event (
    study varchar(60) not null,
    number bigint not null,
    alert uuid not null references alert,
    kind varchar(20) not null,
    severity varchar(10) not null,
    at timestamp(6) with time zone not null,
    primary key (study, number)
);
