-- Runs again whenever the list of languages changes. Users of a language that is gone get the default one.
update app_user set language = '${default-language}', version = version + 1
    where language <> all (string_to_array('${languages}', ','));
alter table app_user drop constraint if exists app_user_language_check;
alter table app_user add constraint app_user_language_check check (language = any (string_to_array('${languages}', ',')));
