package ee.sild.notification;

import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which notifications a list shows. */
public class NotificationFilter {

    @QueryParam("unread")
    @Parameter(description = "Whether to return only unread notifications")
    boolean unread;
}
