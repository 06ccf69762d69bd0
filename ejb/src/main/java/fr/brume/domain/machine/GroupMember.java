package fr.brume.domain.machine;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That a host belongs to a group. The database deletes it with either of them. */
@Entity
@IdClass(GroupMember.Key.class)
@Table(name = "HOST_GROUP_MEMBER")
public class GroupMember {
    @Id
    @Column(name = "GROUP_ID")
    private long groupId;

    @Id
    @Column(name = "HOST_ID")
    private long hostId;

    protected GroupMember() {}

    public GroupMember(long groupId, long hostId) {
        this.groupId = groupId;
        this.hostId = hostId;
    }

    public long getGroupId() {
        return groupId;
    }

    public long getHostId() {
        return hostId;
    }

    /** The two numbers that make a row. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private long groupId;
        private long hostId;

        protected Key() {}

        public Key(long groupId, long hostId) {
            this.groupId = groupId;
            this.hostId = hostId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.groupId == groupId && key.hostId == hostId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(groupId, hostId);
        }
    }
}
