package ee.sild.notification;

import java.time.Clock;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import ee.sild.platform.Page;
import ee.sild.platform.http.Idempotent;
import ee.sild.platform.http.PageRequest;
import ee.sild.platform.security.CurrentUser;

import static ee.sild.platform.security.Roles.ADMIN;
import static ee.sild.platform.security.Roles.ANALYST;
import static ee.sild.platform.security.Roles.CHANNEL_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_ADMIN;
import static ee.sild.platform.security.Roles.PARTNER_MANAGER;
import static ee.sild.platform.security.Roles.PARTNER_SELLER;
import static ee.sild.platform.security.Roles.SALES;

@Produces(MediaType.APPLICATION_JSON)
@Path("/api/v1/notifications")
@Tag(name = "Notifications", description = "Notifications of the caller")
@RolesAllowed({ADMIN, CHANNEL_MANAGER, SALES, ANALYST, PARTNER_ADMIN, PARTNER_MANAGER, PARTNER_SELLER})
@Transactional
@Idempotent
class NotificationResource {

    private final Notifications notifications;
    private final CurrentUser user;
    private final Clock clock;

    NotificationResource(Notifications notifications, CurrentUser user, Clock clock) {
        this.notifications = notifications;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Transactional(TxType.SUPPORTS)
    @Operation(
            operationId = "listNotifications",
            summary = "List notifications, newest first",
            description = "Users see their own notifications and set their preferences with `editMe`. "
                    + "Sort by `createdAt`.")
    public Page<NotificationView> list(
            @Valid @BeanParam NotificationFilter filter, @Valid @BeanParam PageRequest page) {
        return notifications.search(filter, page, user);
    }

    @POST
    @Path("/{id}/read")
    @Operation(
            operationId = "readNotification",
            summary = "Mark a notification as read",
            description = "Has no effect on a notification that is already read.")
    public NotificationView read(UUID id) {
        var notification = notifications.own(id, user);
        notification.read(clock.instant());
        notifications.flush();
        return notification.view();
    }

    @POST
    @Path("/read")
    @Operation(
            operationId = "readAllNotifications",
            summary = "Mark all notifications as read",
            description = "Returns the number of unread notifications, which is 0.")
    public UnreadView readAll() {
        notifications.readAll(user, clock.instant());
        return new UnreadView(notifications.unread(user));
    }
}
