-- What is open and who holds it: a projection of the record.
create table actions.open_action (
    action   text primary key,
    what     text not null,
    about    text not null,
    rung     int  not null,
    holder   text not null,
    borough  text,
    asked_at timestamptz not null,
    due_at   timestamptz not null,
    blocks   text
);
create index open_action_holder on actions.open_action (holder, due_at);
create index open_action_about on actions.open_action (about);
