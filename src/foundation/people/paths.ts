export const PEOPLE = '/people';
export const POSTS = '/people/posts';
export const ACCOUNTS = '/people/accounts';

export const officerPath = (id: number) => `/people/officers/${id}`;
export const postPath = (id: number) => `/people/posts/${id}`;
export const substitutePath = (postId: number) => `/people/posts/${postId}/substitute`;
export const endSubstitutionPath = (id: number) => `/people/substitutions/${id}/end`;
export const releasePath = (holdingId: number) => `/people/holdings/${holdingId}/release`;
export const accountPath = (id: number, act: 'reset' | 'disable' | 'enable' | 'sign-out') =>
  `/people/accounts/${id}/${act}`;
