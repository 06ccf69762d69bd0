package fr.brume.web.agent;

import fr.brume.protocol.fault.Failure;

/** The HTTP status of each failure (RFC 9110; 507 from RFC 4918). */
final class FailureStatus {
    private FailureStatus() {}

    static int of(Failure failure) {
        return switch (failure) {
            case PROTOCOL_ERROR -> 400;
            case UNAUTHORISED -> 401;
            case TICKET_REUSED, TICKET_EXPIRED, TICKET_WRONG_MACHINE -> 403;
            case LOGIN_REQUIRED, LOGIN_REFUSED, NOT_ALLOWED, NOT_CONFIRMED -> 403;
            case LOGIN_THROTTLED -> 429;
            case NOT_FOUND, IMAGE_MISSING -> 404;
            case LIMIT_EXCEEDED -> 413;
            case BUSY, TIMED_OUT -> 503;
            case SERVER_DISK_FULL -> 507;
            case STORAGE_ERROR, IMAGE_CORRUPT, IMAGE_SIGNATURE, INTERNAL -> 500;
            default -> 409;
        };
    }
}
