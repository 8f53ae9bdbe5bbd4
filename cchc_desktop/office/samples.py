"""The sample offices: real or invented figures, always marked as samples."""



