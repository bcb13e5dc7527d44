-- Deliveries of alerts (state): one for each thing that happened to an alert and each recipient whom it concerns. The receiver
-- tells doubles by the id.
create table delivery (
    id uuid primary key,
    study varchar(60) not null,
    event bigint not null,
    alert uuid not null references alert,
    kind varchar(20) not null,
    recipient varchar(100) not null,
    state varchar(10) not null,
    attempts integer not null,
    last_fault varchar(300),
    created_at timestamp(6) with time zone not null,
    sent_at timestamp(6) with time zone,
    foreign key (study, event) references alert_event,
    unique (study, event, recipient)
);
create index delivery_state on delivery (state, id);
create index delivery_alert on delivery (alert);
create index alert_event_alert on alert_event (alert, number);

-- Recipients whose webhook said that it wants no more (state); the audit log tells when and what became of it.
create table webhook_disabled (
    recipient varchar(100) primary key,
    disabled_at timestamp(6) with time zone not null
);
