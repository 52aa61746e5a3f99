package ee.sild.notification;

/** Who is notified of an event. Each is a query over the event's opportunity, partner and person. */
enum Audience {
    /** The admins and managers of the partner that it happened with. */
    OFFERED_PARTNER("""
            select u.id from app_user u join asked on asked.partner = u.partner_id where u.role in ('PARTNER_ADMIN',
              'PARTNER_MANAGER')"""),
    /**
     * The vendor users responsible for the opportunity: its owner, or without an owner its creator; and who made the
     * last offer.
     */
    RESPONSIBLE_STAFF("""
            select u.id from app_user u cross join asked
             where u.partner_id is null
               and u.id in (select coalesce(o.owner_id, o.created_by) from opportunity o where o.id = asked.opportunity
                            union all
                            (select d.delivered_by from distribution d
                              where d.opportunity_id = asked.opportunity order by d.delivered_at desc limit 1))"""),
    /** The users who work on it at its partners; the admins and managers of a partner that has assigned no one. */
    WORKING_USERS("""
            select u.id from asked join opportunity o on o.id = asked.opportunity cross join app_user u
             where u.id = o.partner_user_id
                or u.id in (select c.partner_user_id from collaborator c where c.opportunity_id = o.id)
                or (o.partner_user_id is null and u.role in ('PARTNER_ADMIN', 'PARTNER_MANAGER')
                    and (u.partner_id = o.partner_id
                         or u.partner_id in (select c.partner_id from collaborator c where c.opportunity_id = o.id
                           and c.partner_user_id is null)))"""),
    /** The user that it happened with. */
    ASSIGNEE("select asked.person from asked"),
    /** The user who created the opportunity. */
    CREATOR("select o.created_by from asked join opportunity o on o.id = asked.opportunity"),
    /** The partner's channel manager, if it has one. */
    CHANNEL_MANAGER("""
            select p.channel_manager_id from asked join opportunity o on o.id = asked.opportunity join partner p
              on p.id = o.partner_id
             where p.channel_manager_id is not null"""),
    /** The partner's channel manager; if there is none, all of them. */
    CHANNEL_MANAGERS("""
            select u.id from asked join opportunity o on o.id = asked.opportunity join partner p
              on p.id = o.partner_id cross join app_user u
             where u.id = p.channel_manager_id or (p.channel_manager_id is null and u.role = 'CHANNEL_MANAGER'
               and u.partner_id is null)"""),
    /**
     * The approvers of the next step: a named user, or all with the role. Of the channel managers, only the partner's
     * own if it has one. Administrators replace approvers who have left.
     */
    STEP_APPROVERS("""
            select u.id from asked join deal_registration r on r.opportunity_id = asked.opportunity
              join next_approval_step n on n.registration_id = r.id join partner p on p.id = r.partner_id
             cross join lateral (select n.approver, coalesce(n.user_id, case when n.approver <> 'ADMIN'
               then p.channel_manager_id end) as user_id) s
              left join app_user named on named.id = s.user_id
             cross join app_user u
             where u.partner_id is null
               and (u.id = s.user_id
                    or u.role = case when s.approver = 'ADMIN' or named.status <> 'ACTIVE'
                      or named.role not in ('ADMIN', 'CHANNEL_MANAGER') then 'ADMIN'
                                     when s.user_id is null then 'CHANNEL_MANAGER' end)"""),
    /** All admins and channel managers. */
    PROGRAMME_STAFF("""
            select u.id from asked cross join app_user u where u.role in ('ADMIN', 'CHANNEL_MANAGER')
              and u.partner_id is null""");

    /** The common start of all queries: their parameters. */
    private static final String ASKED = """
            with asked as (select cast(:opportunity as uuid) as opportunity, cast(:partner as uuid) as partner,
              cast(:person as uuid) as person)
            """;

    private final String users;

    Audience(String users) {
        this.users = users;
    }

    /** Selects the IDs of the users. */
    String query() {
        return ASKED + users;
    }
}
